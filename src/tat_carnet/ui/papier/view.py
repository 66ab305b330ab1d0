"""L'écran « Imprimer le cahier » : une période, qui garde les feuilles, puis le sas."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.relu import Effort
from tat_carnet.ui.context import Context
from tat_carnet.ui.relecture.page import SasPage
from tat_carnet.ui.theme.tokens import E16
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, label, vertical
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.cahier_papier import Demande, ouvrir_papier
from tat_carnet.usecases.ports import Cahier

PERIODE: Final = timedelta(weeks=4)


class PapierView(SasPage):
    """Choisir la période, la relire, en faire un PDF à imprimer."""

    def __init__(self, context: Context) -> None:
        today = context.clock().date()
        self.du, self.au = date_edit(today - PERIODE), date_edit(today)
        self.destinataire = QLineEdit()
        self.fields = {
            "du": Field("Du", self.du),
            "au": Field("au", self.au),
            "destinataire": Field(
                "Qui garde ces feuilles ?", self.destinataire, "retenu au journal des sorties"
            ),
        }
        self.summary = label("", "doux")
        self.form_banner = Banner()
        self.go = Button("Relire les faits", "premier", icon_name="arrow-right")
        super().__init__(context, "Imprimer le cahier", self._form())
        for edit in (self.du, self.au):
            edit.dateChanged.connect(self._count)
        self.go.clicked.connect(self._open)

    def arrive(self) -> None:
        """Montre où l'on en était."""
        if self.preparing:
            self._count()
            self.destinataire.setFocus()

    def _form(self) -> QWidget:
        form = QWidget()
        column = vertical(form, gap=E16)
        card = Card()
        text = (
            "Un PDF en A4, noir et blanc : chaque semaine, sa présence et ses faits, relus. Une "
            "feuille ne se verrouille pas : gardez-la sous clé."
        )
        card.body.addWidget(label(text, "doux"))
        dates = Flow(gap=E16)
        dates.flow.addWidget(self.fields["du"])
        dates.flow.addWidget(self.fields["au"])
        card.body.addWidget(dates)
        card.body.addWidget(self.fields["destinataire"])
        card.body.addWidget(self.summary)
        column.addWidget(card)
        column.addWidget(self.form_banner)
        row = Flow()
        row.flow.addWidget(self.go)
        column.addWidget(row)
        column.addStretch(1)
        return form

    def _demande(self) -> Demande:
        return Demande(python_date(self.du), python_date(self.au), self.destinataire.text())

    def _count(self) -> None:
        asked = self._demande()

        def load(cahier: Cahier) -> tuple[int, Effort]:
            filtre = Filtre(du=asked.du, au=asked.au)
            return cahier.count_faits(filtre), cahier.effort(asked.du, asked.au)

        self._context.tasks.query(load, lambda found: self._show_count(*found), self)

    def _show_count(self, faits: int, effort: Effort) -> None:
        self.go.setEnabled(bool(faits or effort.tournees))
        if not self.go.isEnabled():
            self.summary.setText("Rien n’est noté sur ces jours. Élargissez la période.")
            return
        tournees = compte(effort.tournees, "tournée", "tournées", feminin=True)
        self.summary.setText(f"{compte(faits, 'fait', 'faits')} pour {tournees}")

    def _open(self) -> None:
        for field in self.fields.values():
            field.absolve()
        self.form_banner.hush()
        asked, today = self._demande(), self._context.clock().date()
        self.start(lambda cahier: ouvrir_papier(cahier, asked, today), self._refuse)

    def _refuse(self, error: ErreurConnue) -> None:
        if isinstance(error, SaisieIncomplete) and error.champ in self.fields:
            self.fields[error.champ].blame(error.phrase)
        else:
            self.form_banner.tell(error.phrase, "alerte")
