"""Les décisions de la réunion : quoi, quelle structure, pour quand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import NiveauDecision
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import majuscule
from tat_carnet.ui.widgets.basics import Button, horizontal, vertical
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.compte_rendu import DecisionSaisie


class DecisionRow(QWidget):
    """Une décision."""

    def __init__(self, today: date, decision: DecisionSaisie | None) -> None:
        super().__init__()
        column = vertical(self, gap=E8)
        self.quoi = QLineEdit(decision.quoi if decision else "")
        self.quoi.setPlaceholderText("Quoi")
        self.quoi.setAccessibleName("Décision : quoi")
        self.structure = QLineEdit(decision.structure if decision else "")
        self.structure.setPlaceholderText("Quelle structure")
        self.structure.setAccessibleName("Décision : quelle structure")
        self.niveau = QComboBox()
        self.niveau.setAccessibleName("Décision : niveau")
        for niveau in NiveauDecision:
            self.niveau.addItem(majuscule(libelle(niveau)))
        self.dated = QCheckBox("pour le")
        self.day = date_edit(today)
        self.day.setAccessibleName("Décision : échéance")
        self.day.setEnabled(False)
        self.dated.toggled.connect(self.day.setEnabled)
        if decision is not None:
            self.niveau.setCurrentIndex(list(NiveauDecision).index(decision.niveau))
            if decision.echeance is not None:
                self.dated.setChecked(True)
                self.day.setDate(QDate(decision.echeance))
        column.addWidget(self.quoi)
        second = Flow()
        self.structure.setMinimumWidth(260)
        for widget in (self.structure, self.niveau, self.dated, self.day):
            second.flow.addWidget(widget)
        column.addWidget(second)

    @property
    def decision(self) -> DecisionSaisie | None:
        """La décision tapée ; rien si la ligne est vide."""
        if not self.quoi.text().strip() and not self.structure.text().strip():
            return None
        return DecisionSaisie(
            self.quoi.text().strip(),
            self.structure.text().strip(),
            python_date(self.day) if self.dated.isChecked() else None,
            list(NiveauDecision)[self.niveau.currentIndex()],
        )


class DecisionsEditor(QWidget):
    """Les lignes de décision, et de quoi en ajouter."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._rows: list[DecisionRow] = []
        column = vertical(self, gap=E8)
        self._column = vertical(gap=E8)
        column.addLayout(self._column)
        row = horizontal()
        self.more = Button("Ajouter une décision", "discret", icon_name="plus")
        self.more.clicked.connect(lambda: self.add().quoi.setFocus())
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)

    def add(self, decision: DecisionSaisie | None = None) -> DecisionRow:
        """Ajoute une ligne."""
        row = DecisionRow(self._today, decision)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def set_decisions(self, decisions: Sequence[DecisionSaisie]) -> None:
        """Montre ces décisions."""
        for decision in decisions:
            self.add(decision)

    @property
    def decisions(self) -> tuple[DecisionSaisie, ...]:
        """Les décisions tapées."""
        return tuple(d for row in self._rows if (d := row.decision) is not None)
