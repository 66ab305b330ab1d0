"""Inscrire la réponse qui revient."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.field import Field


class SuiviForm(Card):
    """Un jour et quelques mots. `confirmed` porte le courrier, le jour et le texte."""

    confirmed = Signal(str, object, object)
    cancelled = Signal()

    def __init__(self, title: str, verb: str, today: date) -> None:
        super().__init__(title, "papier")
        self._today, self._courrier_id = today, ""
        self.about = label("", "doux")
        self.day = date_edit(today)
        self.day_field = Field("Le", self.day)
        self.text = QLineEdit()
        self.text.setPlaceholderText("facultatif, ne sort jamais du cahier")
        self.save = Button(verb, "premier")
        self.save.clicked.connect(self._confirm)
        self.text.returnPressed.connect(self._confirm)
        close = Button("Fermer")
        close.clicked.connect(self.cancelled)
        for widget in (self.about, self.day_field, Field("En quelques mots", self.text)):
            self.body.addWidget(widget)
        row = horizontal()
        row.addWidget(self.save)
        row.addWidget(close)
        row.addStretch(1)
        self.body.addLayout(row)

    def prepare(self, courrier_id: str, about: str) -> None:
        """Prêt pour ce courrier, aujourd'hui."""
        self._courrier_id = courrier_id
        self.about.setText(about)
        self.day.setDate(QDate(self._today))
        self.text.clear()
        self.day_field.absolve()
        self.save.setFocus()

    def refuse(self, error: ErreurConnue) -> None:
        """Montre ce qui ne va pas."""
        self.day_field.blame(error.phrase)

    def _confirm(self) -> None:
        self.day_field.absolve()
        text = TexteBrut(self.text.text().strip())
        self.confirmed.emit(self._courrier_id, python_date(self.day), text)
