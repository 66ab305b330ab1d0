"""Un jour qui peut ne pas être : un clic dit « oui, aujourd'hui », puis on corrige."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.ui.widgets.basics import Button, horizontal
from tat_carnet.ui.widgets.dates import date_edit, python_date


class OptionalDate(QWidget):
    """Une puce et, cochée, son jour. `changed` part à chaque geste."""

    changed = Signal()

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self._today = today
        row = horizontal(self)
        self.toggle = Button(name, "puce")
        self.toggle.setCheckable(True)
        self.day = date_edit(today)
        self.day.setAccessibleName(f"{name} le")
        self.day.hide()
        row.addWidget(self.toggle)
        row.addWidget(self.day)
        row.addStretch(1)
        self.setFocusProxy(self.toggle)
        self.toggle.toggled.connect(self.day.setVisible)
        self.toggle.clicked.connect(self._clicked)
        self.day.dateChanged.connect(self.changed)

    def value(self) -> date | None:
        """Le jour, ou rien."""
        return python_date(self.day) if self.toggle.isChecked() else None

    def set_value(self, day: date | None) -> None:
        """Montre un jour, ou rien."""
        self.toggle.setChecked(day is not None)
        self.day.setDate(QDate(day or self._today))

    def _clicked(self) -> None:
        self.day.setDate(QDate(self._today))
        self.changed.emit()
