"""21 h 52, le courant saute au milieu du second fait : le premier est là, le second se reprend."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from epreuves.ecrire_deux_faits import PREMIER, SECOND
from epreuves.epreuve import ESSAIS
from epreuves.journee import PHRASE
from fenetres import fenetre
from gestes import Gestes
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import TypeFait

CTRL = Qt.KeyboardModifier.ControlModifier


def couper_au_second_fait(dossier: Path) -> None:
    """Une vraie fenêtre, dans un autre processus, tuée net."""
    with subprocess.Popen(
        [sys.executable, "-m", "epreuves.ecrire_deux_faits", str(dossier)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ESSAIS,
        env=os.environ | {"HOME": str(dossier), "QT_QPA_PLATFORM": "offscreen"},
    ) as ecrivain:
        assert ecrivain.stdout is not None
        assert "second" in ecrivain.stdout.readline()
        ecrivain.send_signal(signal.SIGKILL)


def rouvrir(gestes: Gestes) -> None:
    seuil = gestes.window.centralWidget()
    seuil.secret.line.setText(PHRASE)
    gestes.clic(seuil.button)
    gestes.attendre_la_session()


def test_une_coupure_au_second_fait_ne_perd_rien(qtbot: QtBot, tmp_path: Path) -> None:
    couper_au_second_fait(tmp_path)
    with fenetre(qtbot, tmp_path) as gestes:
        rouvrir(gestes)
        textes = [f.texte_brut.lire() for f in gestes.lire(lambda c: c.faits(Filtre()))]
        assert textes == [PREMIER]
        assert gestes.lire(lambda c: c.open_tournee()) is not None

        gestes.session.go("saisie")
        gestes.attendre()
        form = gestes.page("saisie").form
        assert form.raw.text == SECOND
        assert form.type.key == TypeFait.materiel_injection
        assert form.details.materiel.text() == "boîte jaune"
        gestes.touche(Qt.Key.Key_Return, CTRL)
        assert gestes.lire(lambda c: c.count_faits(Filtre())) == 2
