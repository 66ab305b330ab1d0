"""Les décisions d'avant, rappelées : où en est-on ?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.vocabulaire import EtatDecision
from tat_carnet.ui.theme.tokens import E4, E8, E16
from tat_carnet.ui.typographie import jour
from tat_carnet.ui.widgets.basics import Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.chips import Chips


class RappelRow(QWidget):
    """Une décision, son état en un clic, sa suite en quelques mots."""

    stated = Signal(object, object)

    def __init__(self, reunion: Reunion, decision: Decision, today: date) -> None:
        super().__init__()
        self.decision = decision
        column = vertical(self, gap=E4)
        column.addWidget(label(decision.quoi.lire(), "fort"))
        late = decision.due(today) and decision.echeance is not None and decision.echeance < today
        column.addWidget(label(_precision(reunion, decision), "alerte" if late else "doux"))
        self.etat = Chips(list(EtatDecision), "État", exclusive=True, required=True)
        self.etat.set_value(decision.etat)
        for code in EtatDecision:
            name = f"{decision.quoi.lire()} : {libelle(code)}"
            self.etat.button(code).setAccessibleName(name)
        self.suite = QLineEdit(decision.suite.lire())
        self.suite.setPlaceholderText("Où on en est, en quelques mots")
        self.suite.setCursorPosition(0)
        self.suite.setAccessibleName(f"Suite de : {decision.quoi.lire()}")
        column.addWidget(self.etat)
        column.addWidget(self.suite)
        self.etat.changed.connect(self._state)
        self.suite.editingFinished.connect(self._state)

    @property
    def typed(self) -> tuple[EtatDecision, TexteBrut]:
        """L'état coché et la suite tapée."""
        return self.etat.value() or EtatDecision.a_suivre, TexteBrut(self.suite.text().strip())

    @property
    def altered(self) -> bool:
        """Vrai si ce qui est tapé n'est pas ce qui était écrit."""
        return self.typed != (self.decision.etat, self.decision.suite)

    def _state(self) -> None:
        if self.altered:
            etat, suite = self.typed
            self.decision = replace(self.decision, etat=etat, suite=suite)
            self.stated.emit(etat, suite)


class RappelsCard(Card):
    """Ce que les réunions d'avant ont décidé. `stated` : (réunion, décision, état, suite)."""

    stated = Signal(str, str, object, object)

    def __init__(self) -> None:
        super().__init__("Où en sont les décisions d’avant ?")
        self.rows: list[tuple[Reunion, RappelRow]] = []
        self._column = vertical(gap=E16)
        self.body.addLayout(self._column)
        self.body.setSpacing(E8)

    def show_rappels(
        self, rappels: Sequence[tuple[Reunion, Decision]], today: date, *, fresh: bool
    ) -> None:
        """Remplace les lignes ; la carte se cache s'il n'y en a pas.

        Sauf `fresh` (on vient d'ouvrir la réunion), les mêmes décisions gardent leurs lignes : on
        y écrit peut-être.
        """
        shown = [row.decision.id for _, row in self.rows]
        if not fresh and shown == [decision.id for _, decision in rappels]:
            return
        clear_layout(self._column)
        self.rows = []
        for reunion, decision in rappels:
            row = RappelRow(reunion, decision, today)
            row.stated.connect(
                lambda etat, suite, ids=(reunion.id, decision.id): self.stated.emit(
                    *ids, etat, suite
                )
            )
            self.rows.append((reunion, row))
            self._column.addWidget(row)
        self.setVisible(bool(rappels))


def _precision(reunion: Reunion, decision: Decision) -> str:
    parts = [decision.structure.lire() or "structure à préciser"]
    parts.append(f"décidé {jour(reunion.tenue_le)}")
    if decision.echeance is not None:
        parts.append(f"pour {jour(decision.echeance)}")
    return ", ".join(parts)
