"""Dériver à part : même clé, et toujours une réponse."""

from __future__ import annotations

import io
import resource
import runpy
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tat_carnet.store import kdf_process
from tat_carnet.store.kdf import FLOOR, KdfSettings, MemoireInsuffisante, derive
from tat_carnet.store.kdf_process import derive_apart

SEL = bytes(range(16))


@pytest.fixture(scope="module")
def attendue() -> bytes:
    return derive("l’été", SEL, FLOOR)


def programme(tmp_path: Path, corps: str, devant: str = "cat > /dev/null") -> str:
    """Un faux Python, qui fait `corps`."""
    path = tmp_path / "python"
    path.write_text(f"#!/bin/sh\n{devant}\n{corps}\n")
    path.chmod(0o700)
    return str(path)


def test_le_processus_a_part_rend_la_meme_cle(
    attendue: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Témoin : la dérivation sur place est coupée ; seul le processus peut répondre."""
    monkeypatch.setattr(kdf_process, "derive", lambda *_: b"sur place")

    assert derive_apart("l’été", SEL, FLOOR) == attendue


@pytest.mark.parametrize("corps", [None, "exit 1", "printf court"])
def test_un_processus_qui_ne_repond_pas_est_remplace(
    corps: str | None, attendue: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = str(tmp_path / "absent")
    monkeypatch.setattr(sys, "executable", programme(tmp_path, corps) if corps else absent)

    assert derive_apart("l’été", SEL, FLOOR) == attendue


@pytest.mark.parametrize("corps", ["exit 3", "kill -9 $$"])
def test_un_processus_tue_faute_de_memoire_le_dit(
    corps: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", programme(tmp_path, corps))

    with pytest.raises(MemoireInsuffisante, match="Il faut 64 Mio"):
        derive_apart("phrase", SEL, FLOOR)


def brancher(monkeypatch: pytest.MonkeyPatch, settings: KdfSettings, secret: str) -> io.BytesIO:
    """Met une demande sur l'entrée, et rend ce qui recevra la sortie."""
    request = kdf_process._HEADER.pack(SEL, settings.memory_kib, settings.passes, settings.lanes)
    sortie = io.BytesIO()
    entree = io.BytesIO(request + secret.encode("utf-8", "surrogatepass"))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=entree))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=sortie))
    return sortie


def test_le_programme_lit_sel_reglage_et_phrase(
    attendue: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    sortie = brancher(monkeypatch, FLOOR, "l’été")
    monkeypatch.delitem(sys.modules, kdf_process.__name__)

    with pytest.raises(SystemExit) as fin:
        runpy.run_module(kdf_process.__name__, run_name="__main__")

    assert fin.value.code == 0
    assert sortie.getvalue() == attendue
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0


def test_la_memoire_du_processus_a_part_ne_se_lit_pas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contrôle positif, vu échouer : sans `harden`, `prctl` rend 1."""
    dit = tmp_path / "dit"
    temoin = (
        "import ctypes, pathlib, sys; from tat_carnet.store import kdf_process as k; "
        f"k.derive = lambda *_: pathlib.Path({str(dit)!r}).write_text("
        "str(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))) and b''; k.main()"
    )
    monkeypatch.setattr(
        sys, "executable", programme(tmp_path, "", devant=f'exec "{sys.executable}" -c "{temoin}"')
    )
    derive_apart("l’été", SEL, FLOOR)

    assert dit.read_text() == "0"


def test_le_programme_dit_le_manque_de_memoire_par_son_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> bytes:
        raise MemoireInsuffisante("")

    sortie = brancher(monkeypatch, FLOOR, "x")
    monkeypatch.setattr(kdf_process, "derive", refuse)

    assert kdf_process.main() == 3
    assert sortie.getvalue() == b""
