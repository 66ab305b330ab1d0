"""Fouiller la mémoire d'un autre processus, par `/proc/PID/mem`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tat_carnet.store.keyring import read_copies
from tat_carnet.store.unlocking import keys_of

_ZONE = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) (r\S+)")


def cle_de(cahier: Path, secret: str) -> bytes:
    """La clé de données, recalculée ici à partir du trousseau : 32 octets."""
    return next(bytes(cle.raw) for cle in keys_of(read_copies(cahier)[0], secret))


def formes_de_la_cle(cle: bytes) -> dict[str, bytes]:
    """La clé telle quelle et en hexadécimal, comme SQLCipher la reçoit."""
    return {"clé": cle, "clé en hexadécimal": cle.hex().encode()}


def presents(pid: int, cherches: dict[str, bytes]) -> dict[str, int]:
    """Combien de fois chaque suite d'octets se lit dans la mémoire d'un processus."""
    comptes = dict.fromkeys(cherches, 0)
    for zone in _zones(pid):
        for nom, octets in cherches.items():
            comptes[nom] += zone.count(octets)
    return comptes


def _zones(pid: int) -> Iterator[bytes]:
    memoire = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
    try:
        for ligne in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
            zone = _ZONE.match(ligne)
            if zone is None or ligne.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            debut, fin = int(zone.group(1), 16), int(zone.group(2), 16)
            try:
                yield os.pread(memoire, fin - debut, debut)
            except OSError:
                continue
    finally:
        os.close(memoire)


def lisible() -> str:
    """Pourquoi la mémoire d'un fils ne se lit pas ici ; vide si elle se lit."""
    try:
        os.close(os.open(f"/proc/{os.getpid()}/mem", os.O_RDONLY))
    except OSError:
        return "lire la mémoire d'un processus n'est pas permis ici"
    return ""
