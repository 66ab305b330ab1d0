"""Le motif d'un blocage levé se relit quand on revient au passage, et se repropose."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tat_carnet.anonymisation.relecture import Passage
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.sas import Levee
from tat_carnet.ui.relecture.alert_list import AlertList


def test_le_motif_donne_se_voit_garde_puis_rouvert(qtbot: QtBot) -> None:
    """Témoin : vider le motif en rouvrant laissait la ligne blanche (vu une fois)."""
    passage = Passage("vu Karim hier")
    alertes = AlertList()
    qtbot.addWidget(alertes)
    alertes.show()
    alertes.show_alertes(passage.alertes, 0)
    assert "Motif" not in alertes.why.text()

    passage.garder(0, "un élu")
    alertes.show_alertes(passage.alertes, 0)
    assert "un élu" in alertes.why.text()

    passage.rouvrir(0)
    alertes.show_alertes(passage.alertes, 0)
    assert "un élu" in alertes.why.text()
    alertes.keep.click()
    assert alertes.line.text() == "un élu"
    with qtbot.waitSignal(alertes.kept) as repris:
        qtbot.keyClick(alertes.line, Qt.Key.Key_Return)
    assert repris.args == [0, "un élu"]


def test_ce_qui_est_decide_se_dit_et_se_revoit_au_clavier(qtbot: QtBot) -> None:
    """Témoin : « gardé » montrait encore la proposition qu'on venait de refuser (vu une fois)."""
    passage = Passage("vu Karim, marocain, et Bilel")
    alertes = AlertList()
    qtbot.addWidget(alertes)
    alertes.show()

    def ligne(rang: int) -> str:
        alertes.show_alertes(passage.alertes, rang)
        return alertes.list.item(rang).text().replace("\u202f", " ").split("\n")[1]

    assert ligne(1) == "« marocain » → rien"
    assert ligne(2) == "« Bilel » → « un deuxième jeune »"
    qtbot.keyClick(alertes.list, Qt.Key.Key_V)
    passage.garder(0, "un élu")
    passage.reformuler(2, "un voisin")
    assert ligne(0) == "« Karim », tel quel"
    assert ligne(2) == "« Bilel » → vos mots"
    with qtbot.waitSignal(alertes.reopened) as revu:
        qtbot.keyClick(alertes.list, Qt.Key.Key_V)
    assert revu.args == [2]


def test_le_motif_d_une_relecture_passee_se_voit_et_se_repropose(qtbot: QtBot) -> None:
    """Qui relit après un autre sait ce qui a été gardé, et pourquoi."""
    passage = Passage("vu Karim hier")
    levee = Levee(datetime(2026, 11, 12, 21), "nom", TexteBrut("un élu"), "f1")
    alertes = AlertList()
    qtbot.addWidget(alertes)
    alertes.show()
    alertes.show_alertes(passage.alertes, 0, kept={0: levee})

    assert "Gardé ici jeudi 12 novembre 2026" in alertes.why.text()
    assert "un élu" in alertes.why.text()
    alertes.keep.click()
    assert alertes.line.text() == "un élu"
