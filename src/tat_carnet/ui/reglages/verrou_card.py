"""Quand verrouiller de soi-même."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QCheckBox

from tat_carnet.settings import Settings
from tat_carnet.ui.typographie import INSECABLE
from tat_carnet.ui.widgets.basics import Button, Card, label
from tat_carnet.ui.widgets.flow import Flow

MINUTES: Final = (1, 2, 5, 10, 30, 60)


class VerrouCard(Card):
    """Le temps sans geste après lequel on verrouille, et la fenêtre réduite.

    `change` reçoit, par leur nom, les préférences changées.
    """

    def __init__(self, settings: Settings, change: Callable[..., None]) -> None:
        super().__init__("Verrouillage")
        self._change = change
        self.body.addWidget(label("Sans geste pendant ce temps, le cahier se verrouille :", "doux"))
        row = Flow()
        self.buttons = {
            minutes: Button(f"{minutes}{INSECABLE}minute{'s' if minutes > 1 else ''}", "puce")
            for minutes in MINUTES
        }
        for minutes, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, m=minutes: self._choose(m))
            row.flow.addWidget(button)
        self.body.addWidget(row)
        self.reduced = QCheckBox("Verrouiller aussi quand la fenêtre est réduite")
        self.reduced.setChecked(settings.verrou_reduit)
        self.reduced.toggled.connect(lambda on: change(verrou_reduit=on))
        self.body.addWidget(self.reduced)
        self._check(settings.verrou_minutes)

    def _choose(self, minutes: int) -> None:
        self._change(verrou_minutes=minutes)
        self._check(minutes)

    def _check(self, chosen: int) -> None:
        for minutes, button in self.buttons.items():
            button.setChecked(minutes == chosen)
