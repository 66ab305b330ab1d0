"""Dériver dans un processus à part : sa mémoire, phrase et clé comprises, meurt avec lui."""

from __future__ import annotations

import signal
import struct
import subprocess
import sys
from typing import Final

from tat_carnet.store.kdf import (
    KEY_BYTES,
    SALT_BYTES,
    KdfSettings,
    MemoireInsuffisante,
    derive,
    memory_sentence,
)
from tat_carnet.store.process import harden

_HEADER: Final = struct.Struct(f"!{SALT_BYTES}sIII")
_NO_MEMORY: Final = 3


def derive_apart(secret: str, salt: bytes, settings: KdfSettings) -> bytes:
    """Comme `kdf.derive`, dans un processus qui ne fait que cela.

    Dérive ici même si ce processus ne démarre pas : on doit toujours pouvoir ouvrir son cahier.
    """
    header = _HEADER.pack(salt, settings.memory_kib, settings.passes, settings.lanes)
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", __name__],
            input=header + secret.encode("utf-8", "surrogatepass"),
            capture_output=True,
            check=False,
        )
    except OSError:
        return derive(secret, salt, settings)
    if done.returncode in (_NO_MEMORY, -signal.SIGKILL):
        raise MemoireInsuffisante(memory_sentence(settings))
    if done.returncode != 0 or len(done.stdout) != KEY_BYTES:
        return derive(secret, salt, settings)
    return done.stdout


def main() -> int:
    """Lit sel, réglage et phrase sur l'entrée, écrit la clé sur la sortie. Rend un code d'état."""
    harden()
    request = sys.stdin.buffer.read()
    salt, *numbers = _HEADER.unpack(request[: _HEADER.size])
    secret = request[_HEADER.size :].decode("utf-8", "surrogatepass")
    try:
        sys.stdout.buffer.write(derive(secret, salt, KdfSettings(*numbers)))
    except MemoireInsuffisante:
        return _NO_MEMORY
    return 0


if __name__ == "__main__":
    sys.exit(main())
