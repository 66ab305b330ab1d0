"""La page nue du seuil : une colonne étroite au milieu de la fenêtre."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from tat_carnet.ui.theme.tokens import E16, E24
from tat_carnet.ui.widgets.basics import horizontal, never_focused, vertical

COLUMN_WIDTH = 520


class Threshold(QFrame):
    """Une colonne centrée qui défile si la fenêtre est petite ; `body` la reçoit."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "fond")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        never_focused(area)
        content = QWidget()
        row = horizontal(content, margin=E24)
        column = QWidget()
        column.setMaximumWidth(COLUMN_WIDTH)
        outer = vertical(column, gap=0)
        self.body = vertical(gap=E16)
        outer.addStretch(1)
        outer.addLayout(self.body)
        outer.addStretch(2)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        area.setWidget(content)
        vertical(self).addWidget(area)
