"""Avant qu'un fichier entre : ce qu'il ferait, et les deux décisions qu'il demande."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import compte, majuscule
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, horizontal, label, vertical
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.usecases.annuaire.importer import Bilan, PlanImport

SHOWN = 50
"""Refus montrés un à un : au-delà, la liste ne se lit plus."""


class ImportPanel(Card):
    """Le compte de ce qui entrerait ; `confirmed` porte le plan et les deux décisions."""

    confirmed = Signal(object, bool, bool)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__("Importer un annuaire")
        self._plan = PlanImport()
        self.summary = label("")
        self.merge = QCheckBox()
        self.functions = QCheckBox()
        self.refusals = Expander("Ce qui n’entre pas")
        self.refusal_rows = vertical(gap=E8)
        self.refusals.body.addLayout(self.refusal_rows)
        self.write = Button("Importer", "premier", icon_name="download")
        self.write.clicked.connect(self._confirm)
        cancel = Button("Ne rien importer")
        cancel.clicked.connect(self.cancelled)
        for widget in (self.summary, self.merge, self.functions, self.refusals):
            self.body.addWidget(widget)
        row = horizontal()
        row.addWidget(self.write)
        row.addWidget(cancel)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def show_plan(self, plan: PlanImport) -> None:
        """Dit ce que le fichier ferait ; rien n'est coché d'avance."""
        self._plan = plan
        new = compte(len(plan.nouvelles), "structure nouvelle", "structures nouvelles",
                     feminin=True)  # fmt: skip
        self.summary.setText(f"{majuscule(new)} dans ce fichier. Rien n’est encore écrit.")
        doubles = compte(len(plan.doubles), "fiche déjà connue", "fiches déjà connues",
                         feminin=True)  # fmt: skip
        self.merge.setText(f"Fusionner {doubles} : compléter sans rien remplacer")
        self.merge.setVisible(bool(plan.doubles))
        self.merge.setChecked(False)
        people = compte(len(plan.personnes), "carte nomme une personne",
                        "cartes nomment une personne", feminin=True)  # fmt: skip
        self.functions.setText(f"{majuscule(people)} : n’en garder que la structure et la fonction")
        self.functions.setVisible(bool(plan.personnes))
        self.functions.setChecked(False)
        self.refusals.setVisible(bool(plan.refus))
        self.refusals.set_title(f"Ce qui n’entre pas ({len(plan.refus)})")
        clear_layout(self.refusal_rows)
        for rank, phrase in plan.refus[:SHOWN]:
            self.refusal_rows.addWidget(label(f"Ligne {rank} : {phrase}", "doux"))
        if len(plan.refus) > SHOWN:
            self.refusal_rows.addWidget(label(f"Et {len(plan.refus) - SHOWN} autres.", "doux"))
        self.write.setFocus()

    def _confirm(self) -> None:
        self.confirmed.emit(self._plan, self.merge.isChecked(), self.functions.isChecked())


def report(bilan: Bilan) -> str:
    """« 12 structures ajoutées, 3 fusionnées, 2 laissées. »"""
    added = compte(bilan.ajoutees, "structure ajoutée", "structures ajoutées", feminin=True)
    parts = [majuscule(added)]
    if bilan.fusionnees:
        parts.append(compte(bilan.fusionnees, "fusionnée", "fusionnées", feminin=True))
    if bilan.laissees:
        parts.append(compte(bilan.laissees, "laissée", "laissées", feminin=True))
    return f"{', '.join(parts)}."
