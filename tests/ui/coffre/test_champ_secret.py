"""Le champ d'une phrase de passe : masqué ou montré, il reste secret pour le clavier."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tat_carnet.ui.coffre.secret_field import SecretField

SECRET = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData


@pytest.mark.parametrize("montree", [False, True])
def test_la_saisie_se_dit_secrete_au_clavier_de_l_ecran(qtbot: QtBot, montree: bool) -> None:
    """Un clavier à l'écran ne doit ni la retenir ni la proposer. Témoin : un champ ordinaire."""
    champ = SecretField("Phrase")
    qtbot.addWidget(champ)
    champ.eye.setChecked(montree)

    assert champ.line.inputMethodHints() & SECRET == SECRET
    assert not QLineEdit().inputMethodHints() & SECRET
