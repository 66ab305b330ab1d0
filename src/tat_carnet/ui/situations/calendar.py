"""Ce qui vient : les échéances du cahier et le calendrier de tous, mois par mois."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import ZoneScolaire
from tat_carnet.ui.situations.due_rows import DueRows
from tat_carnet.ui.situations.echeance_form import EcheanceForm
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.theme.tokens import E4, E12, E16
from tat_carnet.ui.typographie import jour, jour_court, majuscule, mois
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, horizontal, label, vertical
from tat_carnet.ui.widgets.tall import Tall
from tat_carnet.usecases.situations import Due

if TYPE_CHECKING:
    from tat_carnet.usecases.calendrier import JourPrevu

WHEN_WIDTH = 210


@dataclass(frozen=True, slots=True)
class AVenir:
    """Ce que l'écran montre ; `connues` : le dernier jour que la liste des vacances connaît."""

    zone: ZoneScolaire | None

    dues: Sequence[Due]
    prevus: Sequence[JourPrevu]
    connues: date


class CalendarPane(Tall):
    """`echeance_added` porte une échéance sans situation ; `zone_asked` mène aux réglages."""

    echeance_added = Signal(object)
    zone_asked = Signal()

    def __init__(
        self, tasks: Tasks, today: Callable[[], date], opened: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.add = Button("Prévoir une échéance", "premier", icon_name="clock")
        self.form = EcheanceForm(today())
        self.form.hide()
        self.dues = DueRows(tasks, today, opened)
        self.none = label(
            "Rien n’est prévu : rentrée, conseil de discipline, sortie de détention, travaux…",
            "doux",
        )
        self.zone = label("", "petit")
        self.choose = Button("Choisir la zone de vacances", "discret")
        column = vertical(self, gap=E16)
        column.setContentsMargins(0, 0, E12, E16)
        ours = Card("Nos échéances")
        for widget in (self.dues, self.none, self.form):
            ours.body.addWidget(widget)
        row = horizontal()
        row.addWidget(self.add)
        row.addStretch(1)
        ours.body.addLayout(row)
        column.addWidget(ours)
        common = Card("Le calendrier de tous")
        self.months = vertical(gap=E12)
        common.body.addLayout(self.months)
        common.body.addWidget(self.zone)
        common.body.addWidget(self.choose)
        column.addWidget(common)
        column.addStretch(1)
        self.add.clicked.connect(self._unfold)
        self.form.cancelled.connect(self.form.hide)
        self.form.confirmed.connect(self._added)
        self.choose.clicked.connect(self.zone_asked)

    def show_a_venir(self, a_venir: AVenir) -> None:
        """Remplace tout."""
        self.dues.show_dues(a_venir.dues, removable=True)
        self.none.setVisible(not a_venir.dues)
        clear_layout(self.months)
        for (year, month), prevus in groupby(
            a_venir.prevus, key=lambda p: (p.jour.year, p.jour.month)
        ):
            self.months.addWidget(_month(date(year, month, 1), list(prevus)))
        self.choose.setVisible(a_venir.zone is None)
        self.zone.setText(_zone_sentence(a_venir.zone, a_venir.connues))

    def _unfold(self) -> None:
        self.form.prepare()
        self.form.show()

    def _added(self, echeance: object) -> None:
        self.form.hide()
        self.echeance_added.emit(echeance)


def _month(first: date, prevus: Sequence[JourPrevu]) -> QWidget:
    result = QWidget()
    column = vertical(result, gap=E4)
    column.addWidget(label(majuscule(mois(first)), "fort"))
    for prevu in prevus:
        row = horizontal(gap=E12)
        when = jour_court(prevu.jour)
        if prevu.au != prevu.jour:
            when = f"{when} – {jour_court(prevu.au)}"
        when_label = label(when, "doux", wrap=False)
        when_label.setFixedWidth(WHEN_WIDTH)
        row.addWidget(when_label)
        row.addWidget(label(prevu.libelle), 1)
        column.addLayout(row)
    return result


def _zone_sentence(zone: ZoneScolaire | None, connues: date) -> str:
    if zone is None:
        return "Sans zone, ni vacances ni rentrées : choisissez la vôtre."
    return (
        f"Vacances de la {libelle(zone)}, connues jusqu’au {jour(connues, annee=True)} : au-delà, "
        "mettez l’application à jour."
    )
