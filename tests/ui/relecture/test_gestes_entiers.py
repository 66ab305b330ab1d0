"""Un geste se fait en entier ou pas du tout, après ce qu'on vient de taper, et se relit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.test_phrases_tues import ouvrir, preparer


def test_un_geste_de_la_carte_qui_echoue_ne_laisse_rien_de_fait(qtbot: QtBot) -> None:
    """Vu échouer : le motif était déjà oublié, la carte disait encore « Récit gardé »."""
    dossier = preparer()
    dossier.phrases.remettre(0, 0, "elle le veut")
    passage = dossier.etapes[0].passage
    passage.modifier(passage.texte.replace("des bidons", "deux seaux"))
    dossier.recits.garder(0, "elle le veut")
    pane = ouvrir(qtbot, dossier)
    dits: list[str] = []
    pane.recit.told.connect(lambda dit, _: dits.append(dit))

    qtbot.keyClick(pane.recit, Qt.Key.Key_V)

    assert "ôtez-la vous-même" in dits[0]
    assert dossier.recits.motif(0) == "elle le veut"
    assert not dossier.recits.attend(0)
    assert not pane.history


def test_ce_qu_on_vient_de_taper_precede_le_geste(qtbot: QtBot) -> None:
    """Vu échouer : laisser de côté passait devant, et Ctrl+Z défaisait la frappe à sa place."""
    dossier = preparer(brut="La porte bat.")
    pane = ouvrir(qtbot, dossier)
    pane.shared.editor.setPlainText("La porte claque.")
    pane.foot.aside.click()
    assert dossier.etapes[0].ecartee

    pane.undo()
    assert not dossier.etapes[0].ecartee
    assert dossier.etapes[0].passage.texte == "La porte claque."


def test_une_alerte_redecidee_rend_l_etape_a_lire(qtbot: QtBot) -> None:
    """Vu échouer : déjà lue, elle se signait avec des mots que le cahier ne retenait pas."""
    dossier = preparer(brut="La porte du hall 3 bat depuis hier.")
    pane = ouvrir(qtbot, dossier)
    passage = dossier.etapes[0].passage
    while (rang := passage.prochaine()) is not None:
        passage.accepter(rang)
    dossier.marquer_lue(0)
    assert passage.alertes
    assert dossier.complet

    pane.alerts.reopened.emit(0)
    pane.alerts.reworded.emit(0, "d’un immeuble")

    assert "d’un immeuble" in passage.texte
    assert not dossier.complet
