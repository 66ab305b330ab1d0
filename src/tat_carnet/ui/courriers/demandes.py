"""Les demandes d'une lettre : numérotées, chacune pour une date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.domain.courrier import Demande
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.widgets.basics import Button, horizontal, label, vertical
from tat_carnet.ui.widgets.dates import date_edit, python_date

DELAI = timedelta(days=15)


class DemandeRow(QWidget):
    """Une demande : son numéro, son texte, son échéance."""

    def __init__(self, demande: Demande, today: date) -> None:
        super().__init__()
        row = horizontal(self, gap=E8)
        self.number = label("", "fort", wrap=False)
        self.text = QLineEdit(demande.texte)
        self.text.setCursorPosition(0)  # trop long, il se lit par son début
        self.day = date_edit(demande.echeance or today + DELAI)
        self.remove = Button("Ôter", "discret", icon_name="x")
        row.addWidget(self.number)
        row.addWidget(self.text, 1)
        row.addWidget(self.day)
        row.addWidget(self.remove)

    @property
    def demande(self) -> Demande:
        """Ce que dit la rangée."""
        return Demande(self.text.text().strip(), python_date(self.day))


class DemandesEditor(QWidget):
    """La liste, et de quoi en ajouter une."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setAccessibleName("Demandes")
        self._today = today
        self.rows: list[DemandeRow] = []
        column = vertical(self, gap=E8)
        self._lines = vertical(gap=E8)
        column.addLayout(self._lines)
        foot = horizontal()
        self.add = Button("Ajouter une demande", "discret", icon_name="plus")
        self.add.clicked.connect(lambda: self._append(Demande("")).text.setFocus())
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)

    @property
    def demandes(self) -> tuple[Demande, ...]:
        """Les demandes, dans l'ordre."""
        return tuple(row.demande for row in self.rows)

    def set_demandes(self, demandes: Sequence[Demande]) -> None:
        """Remplace la liste."""
        for row in list(self.rows):
            self._remove(row)
        for demande in demandes:
            self._append(demande)

    def _append(self, demande: Demande) -> DemandeRow:
        row = DemandeRow(demande, self._today)
        row.remove.clicked.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        self._number()
        return row

    def _remove(self, row: DemandeRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        for rank, row in enumerate(self.rows, start=1):
            row.number.setText(f"{rank}.")
            row.text.setAccessibleName(f"Demande {rank}")
            row.day.setAccessibleName(f"Demande {rank}, pour le")
            row.remove.setAccessibleName(f"Ôter la demande {rank}")
            row.day.setMinimumDate(QDate(2000, 1, 1))
