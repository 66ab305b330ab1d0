"""Taper dans la relecture : ce qui se relit attend, et Ctrl+Z du texte reste au texte."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from tat_carnet.ui.relecture.relecture_pane import CHARS_PER_MS, EDIT_DELAY_MS, RelecturePane
from tat_carnet.ui.widgets.texts import TextPane


def laisse_ctrl_z(pane: TextPane) -> bool:
    touche = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    touche.ignore()
    QCoreApplication.sendEvent(pane.editor, touche)
    return not touche.isAccepted()


def test_ctrl_z_est_au_texte_tant_qu_il_a_de_quoi_defaire(qtbot: QtBot) -> None:
    """Vu échouer : l'éditeur prenait la touche, même sans rien à défaire."""
    pane = TextPane("Ce qui sortirait", raw=False)
    qtbot.addWidget(pane)
    pane.set_text("un jeune")
    assert laisse_ctrl_z(pane)
    pane.editor.insertPlainText("Vu ")
    assert not laisse_ctrl_z(pane)


@pytest.mark.parametrize("signes", [10, 200_000])
def test_une_frappe_attend_d_autant_plus_que_le_texte_est_long(qtbot: QtBot, signes: int) -> None:
    pane = RelecturePane()
    qtbot.addWidget(pane)
    pane.shared.editor.setPlainText("a" * signes)
    attendu = EDIT_DELAY_MS + signes // CHARS_PER_MS
    assert abs(pane._edit_timer.interval() - attendu) <= 1
    pane._edit_timer.stop()
