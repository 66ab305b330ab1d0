"""L'apparence suit le système quand on le lui demande, et lui seul."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tat_carnet.settings import Apparence
from tat_carnet.ui.theme.theme import Theme
from tat_carnet.ui.theme.tokens import CLAIRE, SOMBRE, Palette


@dataclass
class Systeme:
    """Un système dont on choisit l'apparence : hors écran, Qt n'en a pas."""

    scheme: Qt.ColorScheme

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme


@pytest.mark.parametrize(
    ("choix", "attendue"),
    [(Apparence.systeme, SOMBRE), (Apparence.claire, CLAIRE), (Apparence.sombre, SOMBRE)],
)
def test_l_apparence_suit_un_systeme_qui_s_assombrit(
    theme: Theme, monkeypatch: pytest.MonkeyPatch, choix: Apparence, attendue: Palette
) -> None:
    systeme = Systeme(Qt.ColorScheme.Dark)
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: systeme)
    theme.choose(choix)

    theme.follow()
    assert theme.palette == attendue

    systeme.scheme = Qt.ColorScheme.Light
    theme.follow()
    theme.choose(Apparence.systeme)
    assert theme.palette == CLAIRE
