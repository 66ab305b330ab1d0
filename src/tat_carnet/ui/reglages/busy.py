"""Dire qu'un travail dure, sans rien figer, et laisser l'arrêter quand c'est encore possible."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QWidget

from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.flow import Flow


class Busy(QWidget):
    """Une phrase et une barre, cachées tant que rien ne se fait ; `gestures` dorment alors."""

    def __init__(self, *gestures: QWidget) -> None:
        super().__init__()
        self._gestures = gestures
        self._stop: Callable[[], None] | None = None
        column = vertical(self, gap=E4)
        self.text = label("", "doux")
        column.addWidget(self.text)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Travail en cours")
        column.addWidget(self.bar)
        self.cancel = Button("Arrêter", "discret", icon_name="x")
        self.cancel.clicked.connect(self._cancel)
        row = Flow()
        row.flow.addWidget(self.cancel)
        column.addWidget(row)
        self.hide()

    def start(self, text: str, stop: Callable[[], None] | None = None) -> None:
        """Dit ce qui se fait ; `stop` l'arrête, si cela se peut."""
        self._stop = stop
        self.text.setText(text)
        self.bar.setRange(0, 0)
        self.cancel.setVisible(stop is not None)
        self.cancel.setEnabled(True)
        self._enable(False)
        self.show()

    def advance(self, done: float) -> None:
        """La part faite, de 0 à 1."""
        self.bar.setRange(0, 100)
        self.bar.setValue(round(done * 100))

    def stop(self) -> None:
        """C'est fini, bien ou mal."""
        self._enable(True)
        self.hide()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        if self._stop is not None:
            self._stop()

    def _enable(self, enabled: bool) -> None:
        for widget in self._gestures:
            widget.setEnabled(enabled)
