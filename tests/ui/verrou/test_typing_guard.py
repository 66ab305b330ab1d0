"""Ce qui se tape dans un cahier ouvert ne s'apprend pas.

Témoin (vu une fois) : sans le garde dans `SessionView`, aucun champ n'est marqué.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from fenetres import fenetre
from tat_carnet.ui.verrou.typing_guard import PRIVATE


@pytest.mark.parametrize("ecran", ["saisie", "cahier", "situations", "annuaire"])
def test_chaque_champ_ou_l_on_ecrit_est_secret_des_qu_on_y_vient(
    qtbot: QtBot, tmp_path: Path, ecran: str
) -> None:
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        gestes.session.go(ecran)
        gestes.attendre()
        champs = [
            widget
            for genre in (QPlainTextEdit, QLineEdit, QComboBox)
            for widget in gestes.page(ecran).findChildren(genre)
            if widget.isVisibleTo(gestes.window) and widget.isEnabled()
        ]
        ecrits = 0
        for champ in champs:
            champ.setFocus()
            vise = QApplication.focusWidget()
            if vise is None or not vise.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
                continue
            ecrits += 1
            assert vise.inputMethodHints() & PRIVATE == PRIVATE, champ.accessibleName()
        assert ecrits
