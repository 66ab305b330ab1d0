"""L'état vide : dire ce qu'on peut faire, avec le bouton pour le faire."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tat_carnet.ui.theme.tokens import E12, E40
from tat_carnet.ui.widgets.basics import Button, IconLabel, label, vertical


class EmptyState(QWidget):
    """Une icône, une phrase, un bouton."""

    def __init__(
        self, icon_name: str, text: str, action: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        super().__init__()
        column = vertical(self, margin=E40, gap=E12)
        center = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(IconLabel(icon_name, "encre_douce", 32), 0, center)
        text_label = label(text, "doux")
        text_label.setAlignment(center)
        column.addWidget(text_label)
        if action is not None:
            verb, gesture = action
            self.action = Button(verb, "premier")
            self.action.clicked.connect(lambda: gesture())
            column.addWidget(self.action, 0, center)
        column.addStretch(1)
