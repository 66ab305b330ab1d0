"""Les décisions de la réunion : quoi, quelle structure, pour quand, à quel niveau."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.reunion import Decision
from tat_carnet.domain.vocabulaire import EtatDecision, NiveauDecision
from tat_carnet.ui.theme.tokens import E8, E16
from tat_carnet.ui.typographie import majuscule
from tat_carnet.ui.widgets.basics import Button, clear_layout, horizontal, vertical
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.flow import Flow

_NIVEAUX = list(NiveauDecision)


class DecisionRow(QWidget):
    """Une décision ; la réunion passée (`held`), on dit aussi ce qu'elle est devenue."""

    changed = Signal()
    removed = Signal()

    def __init__(self, today: date, decision: Decision | None, *, held: bool) -> None:
        super().__init__()
        self._known, self._today = decision, today
        self.quoi = QLineEdit(decision.quoi.lire() if decision else "")
        self.quoi.setPlaceholderText("Quoi")
        self.quoi.setAccessibleName("Décision : quoi")
        self.structure = QLineEdit(decision.structure.lire() if decision else "")
        self.structure.setPlaceholderText("Quelle structure, jamais qui")
        self.structure.setAccessibleName("Décision : quelle structure")
        self.structure.setMinimumWidth(260)
        self.niveau = QComboBox()
        self.niveau.setAccessibleName("Décision : niveau")
        for niveau in _NIVEAUX:
            self.niveau.addItem(majuscule(libelle(niveau)))
        self.dated = QCheckBox("pour le")
        self.day = date_edit(today)
        self.day.setAccessibleName("Décision : échéance")
        self.day.setEnabled(False)
        self.etat = Chips(list(EtatDecision), "État", exclusive=True, required=True)
        self.etat.set_value(decision.etat if decision else EtatDecision.a_suivre)
        self.suite = QLineEdit(decision.suite.lire() if decision else "")
        self.suite.setPlaceholderText("Où on en est, en quelques mots")
        self.suite.setAccessibleName("Décision : où on en est")
        for line in (self.quoi, self.structure, self.suite):
            line.setCursorPosition(0)  # un texte long se lit par son début
        for widget in (self.etat, self.suite):
            widget.setVisible(held)
        self.remove = Button("Retirer", "discret", icon_name="x")
        self.dated.toggled.connect(self.day.setEnabled)
        if decision is not None:
            self._show(decision)
        self._lay_out()
        self._connect()

    @property
    def decision(self) -> Decision | None:
        """La décision tapée ; rien si la ligne est vide."""
        quoi, structure = self.quoi.text().strip(), self.structure.text().strip()
        if not quoi and not structure:
            return None
        if self._known is None:
            self._known = Decision(TexteBrut(quoi))  # son identifiant ne change plus
        return replace(
            self._known,
            quoi=TexteBrut(quoi),
            structure=TexteBrut(structure),
            echeance=python_date(self.day) if self.dated.isChecked() else None,
            niveau=_NIVEAUX[self.niveau.currentIndex()],
            suite=TexteBrut(self.suite.text().strip()),
        ).devenue(self.etat.value() or EtatDecision.a_suivre, self._today)

    def _show(self, decision: Decision) -> None:
        self.niveau.setCurrentIndex(_NIVEAUX.index(decision.niveau))
        if decision.echeance is not None:
            self.dated.setChecked(True)
            self.day.setDate(QDate(decision.echeance))

    def _lay_out(self) -> None:
        column = vertical(self, gap=E8)
        column.addWidget(self.quoi)
        second = Flow()
        for widget in (self.structure, self.niveau, self.dated, self.day, self.remove):
            second.flow.addWidget(widget)
        column.addWidget(second)
        column.addWidget(self.etat)
        column.addWidget(self.suite)

    def _connect(self) -> None:
        self.etat.changed.connect(self.changed)
        for line in (self.quoi, self.structure, self.suite):
            line.textEdited.connect(self.changed)
        self.niveau.currentIndexChanged.connect(self.changed)
        self.dated.toggled.connect(self.changed)
        self.day.dateChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)


class DecisionsEditor(QWidget):
    """Les lignes de décision, et de quoi en ajouter ; `changed` part à chaque geste."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today, self._held = today, False
        self.rows: list[DecisionRow] = []
        column = vertical(self, gap=E16)
        self._column = vertical(gap=E16)
        column.addLayout(self._column)
        row = horizontal()
        self.more = Button("Ajouter une décision", "discret", icon_name="plus")
        self.more.clicked.connect(lambda: self.add().quoi.setFocus())
        row.addWidget(self.more)
        row.addStretch(1)
        column.addLayout(row)

    def add(self, decision: Decision | None = None) -> DecisionRow:
        """Ajoute une ligne."""
        row = DecisionRow(self._today, decision, held=self._held)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def show_decisions(self, decisions: Sequence[Decision], *, held: bool) -> None:
        """Remplace les lignes par ces décisions."""
        self._held = held
        self.rows.clear()
        clear_layout(self._column)
        for decision in decisions:
            self.add(decision)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Les décisions tapées."""
        return tuple(d for row in self.rows if (d := row.decision) is not None)

    def _remove(self, row: DecisionRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.more.setFocus()
        self.changed.emit()
