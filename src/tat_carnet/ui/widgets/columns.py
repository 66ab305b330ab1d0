"""Deux colonnes côte à côte, ou l'une sous l'autre quand la place manque."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from tat_carnet.ui.theme.tokens import E16


class Columns(QWidget):
    """Des colonnes ; sous `stack_below` pixels de large, elles s'empilent."""

    def __init__(self, *columns: tuple[QWidget, int], stack_below: int = 700) -> None:
        super().__init__()
        self._stack_below = stack_below
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(E16)
        for widget, stretch in columns:
            self._layout.addWidget(widget, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choisit le sens selon la largeur."""
        narrow = event.size().width() < self._stack_below
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() is not direction:
            self._layout.setDirection(direction)
        super().resizeEvent(event)
