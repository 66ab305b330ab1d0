"""Épreuve 15. Le presse-papiers : simple, marqué secret, effacé à 30 s, au verrou, à la fin."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from epreuves.epreuve import Bilan
from epreuves.journee import CTRL, fil, vos_mots
from fenetres import creer_un_cahier, derivation_rapide, fenetre
from gestes import Gestes
from tat_carnet.ui.verrou.clipboard import KEPT_MS, SECRET_HINT, ClipboardGuard

TITRE = "Presse-papiers : une forme, effacé à 30 s, au verrou, à la sortie"
COMPLET = 3
MOT = "Gnéoplistine"


def eprouver(nombre: int, dossier: Path) -> Bilan:
    """Les essais de ce module, dans un processus à part : ils ont besoin de pytest."""
    commande = [sys.executable, "-m", "pytest", "-q", "-k", "simple", f"--basetemp={dossier / 't'}"]
    fini = subprocess.run([*commande, __file__], capture_output=True, text=True, check=False)
    perdus = [ligne for ligne in fini.stdout.splitlines() if ligne.startswith("FAILED")]
    return Bilan(nombre, tuple(perdus or [fini.stdout[-300:]] * (fini.returncode != 0)))


def copier(gestes: Gestes) -> QMimeData:
    """Tape un mot et le copie au clavier."""
    vos_mots(gestes).setFocus()
    gestes.texte(MOT)
    for touche in (fil.Qt.Key.Key_A, fil.Qt.Key.Key_C):
        gestes.touche(touche, CTRL)
    return QGuiApplication.clipboard().mimeData()


def copie() -> bool:
    """Vrai si le mot est encore dans le presse-papiers."""
    return MOT in QGuiApplication.clipboard().text()


@pytest.fixture
def rapide(monkeypatch: pytest.MonkeyPatch) -> None:
    derivation_rapide(monkeypatch)


@pytest.mark.usefixtures("rapide")
@pytest.mark.parametrize("fin", ["délai", "verrou", "sortie"])
def test_ce_qui_est_copie_est_simple_et_ne_reste_pas(
    qtbot: QtBot, tmp_path: Path, fin: str
) -> None:
    with fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        fil.commencer(gestes)
        formats = copier(gestes).formats()
        assert [un for un in formats if not un.startswith("text/plain")] == [SECRET_HINT]
        assert copie()
        garde = gestes.window.findChild(ClipboardGuard)
        assert garde._timer.interval() == KEPT_MS == 30_000
        if fin == "délai":
            garde._timer.start(1)
            gestes.attendre_que(lambda: not copie())
        elif fin == "verrou":
            gestes.window.lock()
        else:
            gestes.window.close()
        assert not copie()


@pytest.mark.usefixtures("rapide")
def test_temoin_sans_la_garde_le_texte_copie_reste(qtbot: QtBot, tmp_path: Path) -> None:
    """Témoin, vu échouer : `empty` sans effet, et verrouiller laisse le mot."""
    with patch.object(ClipboardGuard, "empty", lambda _: None), fenetre(qtbot, tmp_path) as gestes:
        creer_un_cahier(gestes)
        fil.commencer(gestes)
        copier(gestes)
        gestes.window.lock()
        assert copie()
    QGuiApplication.clipboard().clear()
