"""Un seul écrivain, et jamais un verrou oublié."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tat_carnet.domain.errors import CahierDejaOuvert
from tat_carnet.store.lock import WriterLock

TIENT = """
import sys, time
from pathlib import Path
from tat_carnet.store.lock import WriterLock
verrou = WriterLock(Path(sys.argv[1]))
print("tenu", flush=True)
time.sleep(60)
"""


def test_le_second_est_refuse_jusqu_a_ce_que_le_premier_rende_le_verrou(tmp_path: Path) -> None:
    premier = WriterLock(tmp_path)
    with pytest.raises(CahierDejaOuvert, match="Rien n’est perdu"):
        WriterLock(tmp_path)

    premier.release()
    premier.release()

    WriterLock(tmp_path).release()


def test_un_lien_symbolique_est_le_meme_cahier(tmp_path: Path) -> None:
    (tmp_path / "vrai").mkdir()
    (tmp_path / "lien").symlink_to(tmp_path / "vrai")
    premier = WriterLock(tmp_path / "vrai")

    with pytest.raises(CahierDejaOuvert):
        WriterLock(tmp_path / "lien")

    premier.release()


def test_un_processus_tue_ne_laisse_pas_de_verrou(tmp_path: Path) -> None:
    """Témoin : tant que le processus vit, le verrou refuse."""
    with subprocess.Popen(
        [sys.executable, "-c", TIENT, str(tmp_path)], stdout=subprocess.PIPE
    ) as autre:
        assert autre.stdout is not None
        assert autre.stdout.readline() == b"tenu\n"
        with pytest.raises(CahierDejaOuvert):
            WriterLock(tmp_path)
        autre.send_signal(signal.SIGKILL)

    WriterLock(tmp_path).release()
