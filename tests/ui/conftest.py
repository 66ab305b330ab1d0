"""L'application et son thème, pour essayer une pièce seule."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tat_carnet import bootstrap
from tat_carnet.settings import Apparence
from tat_carnet.ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    """Le thème clair, posé une fois."""
    bootstrap.make_app()
    theme = qapp.findChild(Theme) or Theme(qapp, Apparence.claire)
    theme.choose(Apparence.claire)
    return theme
