"""Dire qu'un travail dure, sans rien figer."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.widgets.basics import label, vertical


class Busy(QWidget):
    """Une phrase et une barre, cachées tant que rien ne se fait ; `gestures` dorment alors."""

    def __init__(self, *gestures: QWidget) -> None:
        super().__init__()
        self._gestures = gestures
        column = vertical(self, gap=E4)
        self.text = label("", "doux")
        column.addWidget(self.text)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("Travail en cours")
        column.addWidget(bar)
        self.hide()

    def start(self, text: str) -> None:
        """Dit ce qui se fait."""
        self.text.setText(text)
        self._enable(False)
        self.show()

    def stop(self) -> None:
        """C'est fini, bien ou mal."""
        self._enable(True)
        self.hide()

    def _enable(self, enabled: bool) -> None:
        for widget in self._gestures:
            widget.setEnabled(enabled)
