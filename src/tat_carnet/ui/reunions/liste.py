"""Les réunions, une carte chacune : ce qu'elles ont décidé, ce qui attend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.reunion import Reunion
from tat_carnet.domain.vocabulaire import EtatDecision
from tat_carnet.ui.theme.tokens import E4, E8, E12, E16
from tat_carnet.ui.typographie import compte, jour, majuscule
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.flow import Flow

SHOWN = 60
"""Au-delà, cinq ans de réunions mensuelles : la recherche retrouve les plus anciennes."""


class ReunionsListe(QWidget):
    """La plus récente d'abord ; `opened` et `report_asked` portent l'identifiant."""

    opened = Signal(str)
    report_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.open_buttons: dict[str, Button] = {}
        self.report_buttons: dict[str, Button] = {}
        column = vertical(self, gap=E16)
        column.setContentsMargins(0, 0, E12, E16)
        self._column = vertical(gap=E12)
        column.addLayout(self._column)
        column.addStretch(1)

    def show_reunions(self, reunions: Sequence[Reunion], today: date) -> None:
        """Remplace les cartes."""
        self.open_buttons, self.report_buttons = {}, {}
        clear_layout(self._column)
        for reunion in reunions[:SHOWN]:
            self._column.addWidget(self._card(reunion, today))

    def _card(self, reunion: Reunion, today: date) -> Card:
        card = Card()
        card.body.setSpacing(E4)
        day = majuscule(jour(reunion.tenue_le, annee=True))
        card.body.addWidget(label(f"{day} — {reunion.instance}", "fort"))
        card.body.addWidget(label(_state(reunion, today), "doux"))
        row = Flow(gap=E8)
        coming = reunion.tenue_le > today
        opening = Button("Préparer" if coming else "Ouvrir", "discret", icon_name="pencil-line")
        opening.setAccessibleName(f"Ouvrir la réunion du {day}")
        opening.clicked.connect(partial(self.opened.emit, reunion.id))
        row.flow.addWidget(opening)
        self.open_buttons[reunion.id] = opening
        if not coming:
            report = Button("Compte-rendu", "discret", icon_name="file-check-2")
            report.setAccessibleName(f"Compte-rendu de la réunion du {day}")
            report.clicked.connect(partial(self.report_asked.emit, reunion.id))
            row.flow.addWidget(report)
            self.report_buttons[reunion.id] = report
        card.body.addWidget(row)
        return card


def _state(reunion: Reunion, today: date) -> str:
    """« à venir », ou « 5 décisions, dont 2 à suivre »."""
    if reunion.tenue_le > today:
        return "À venir"
    decisions = compte(len(reunion.decisions), "décision", "décisions", feminin=True)
    waiting = sum(decision.etat is EtatDecision.a_suivre for decision in reunion.decisions)
    return majuscule(f"{decisions}, dont {waiting} à suivre" if waiting else decisions)
