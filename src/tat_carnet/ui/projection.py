"""La projection à l'écran : le ruban qui la dit, le rideau devant ce qui ne se projette pas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QFrame

from tat_carnet.ui.theme.tokens import E4, E8, E16
from tat_carnet.ui.widgets.basics import Button, IconLabel, horizontal, label
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.page import Page

SHORTCUT: Final = "F5"
RIBBON: Final = "Projection : rien de brut ne se montre, ni mots, ni heure, ni nom d’usage."
CURTAIN: Final = "Cet écran peut montrer du brut : il reste caché pendant la projection."
LEAVE: Final = "Quitter la projection"


class ProjectionRibbon(QFrame):
    """Une bande en haut de la fenêtre, tant que l'on projette."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "projection")
        row = horizontal(self, gap=E8)
        row.setContentsMargins(E16, E4, E16, E4)
        row.addWidget(IconLabel("eye-off", "accent", 16))
        row.addWidget(label(RIBBON, "fort", wrap=False))
        row.addStretch(1)
        self.leave = Button(LEAVE, "discret", hint=SHORTCUT)
        self.leave.clicked.connect(leave)
        row.addWidget(self.leave)


class Curtain(Page):
    """Ce qu'on voit à la place d'un écran qui n'est pas fait pour être projeté."""

    projectable = True

    def __init__(self, title: str, leave: Callable[[], None]) -> None:
        super().__init__(title)
        self.empty = EmptyState("eye-off", CURTAIN, (LEAVE, leave))
        self.body.addWidget(self.empty, 1)

    def arrive(self, *_args: object) -> None:
        """Rien à montrer."""
        self.empty.action.setFocus()
