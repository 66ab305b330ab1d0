"""Commencer une tournée, ou dire qu'il n'y a rien à signaler : un secteur, une plage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.periode import moment_de
from tat_carnet.domain.vocabulaire import Moment
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.filter_choice import FilterChoice, Option
from tat_carnet.ui.widgets.hours import HourEdit


class TourneeForm(Card):
    """Le petit formulaire d'une tournée ; `ras` en fait un « rien à signaler ».

    `confirmed` porte la tournée. Le dernier secteur et la plage de l'heure sont déjà choisis : un
    second clic suffit. Un autre jour et des heures attendent, pliés.
    """

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(self, now: datetime, *, ras: bool) -> None:
        super().__init__("Rien à signaler" if ras else "Nouvelle tournée")
        self._secteur = ""
        self.secteur = FilterChoice("Secteur", "Nom du secteur", creation="Nouveau secteur : {}")
        self.secteur.chosen.connect(self._choose)
        self.secteur.creation_asked.connect(self._create)
        self.secteur_field = Field("Secteur", self.secteur)
        self.plage = Chips(list(Moment), "Plage", exclusive=True, required=True)
        self.binome = QLineEdit(self)
        self.binome.setHidden(ras)
        self.binome.setPlaceholderText("facultatif, ne sort jamais du cahier")
        self.body.addWidget(self.secteur_field)
        self.body.addWidget(label("Plage", "fort"))
        self.body.addWidget(self.plage)
        if not ras:
            self.body.addWidget(Field("Binôme", self.binome))
        self.body.addWidget(self._when(now))
        row = horizontal()
        self.confirm = Button("Enregistrer « rien à signaler »" if ras else "Commencer", "premier")
        self.confirm.clicked.connect(self._confirm)
        self.binome.returnPressed.connect(self._confirm)
        self.cancel = Button("Fermer")
        self.cancel.clicked.connect(self.cancelled)
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.body.addLayout(row)

    def _when(self, now: datetime) -> Expander:
        self.jour = date_edit(now.date())
        self.debut, self.fin = HourEdit("debut"), HourEdit("fin")
        self.jour_field = Field("Jour", self.jour)
        self.debut_field = Field("Début", self.debut)
        self.fin_field = Field("Fin", self.fin)
        self.when = Expander("Un autre jour, des heures")
        row = horizontal(gap=E12)
        for field in (self.jour_field, self.debut_field, self.fin_field):
            row.addWidget(field)
        row.addStretch(1)
        self.when.body.addLayout(row)
        return self.when

    def prepare(self, secteurs: Sequence[str], now: datetime) -> None:
        """Remplit d'avance : dernier secteur, plage de l'heure."""
        self._secteur = secteurs[0] if secteurs else ""
        self.secteur.set_options([Option(name, name) for name in secteurs])
        self.secteur.choose(self._secteur or None)
        self.plage.set_values([moment_de(now)])
        self.jour.setDate(QDate(now.date()))
        for line in (self.debut, self.fin, self.binome):
            line.clear()
        self.when.toggle.setChecked(False)
        self._absolve()
        (self.confirm if self._secteur else self.secteur).setFocus()

    def _choose(self, secteur: str) -> None:
        self._secteur = secteur
        self.confirm.setFocus()

    def _create(self, secteur: str) -> None:
        self.secteur.set_options([Option(secteur, secteur)])
        self.secteur.choose(secteur)
        self._choose(secteur)

    def _confirm(self) -> None:
        secteur = self._secteur or self.secteur.line.text().strip()
        if not secteur:
            self.secteur_field.blame("Choisissez le secteur de la tournée.")
            return
        self._absolve()
        plage = self.plage.value()
        assert plage is not None
        try:
            tournee = Tournee(
                python_date(self.jour),
                plage,
                secteur,
                TexteBrut(self.binome.text()),
                debut=self.debut.hour(),
                fin=self.fin.hour(),
            ).verified()
        except SaisieIncomplete as error:
            self.blame(error)
            return
        self.confirmed.emit(tournee)

    def blame(self, error: SaisieIncomplete) -> None:
        """Dit ce qui ne va pas sous le champ ; rien de tapé ne s'efface."""
        field = {"jour": self.jour_field, "debut": self.debut_field, "fin": self.fin_field}.get(
            error.champ, self.secteur_field
        )
        if field is not self.secteur_field:
            self.when.toggle.setChecked(True)
        field.blame(error.phrase)

    def _absolve(self) -> None:
        for field in (self.secteur_field, self.jour_field, self.debut_field, self.fin_field):
            field.absolve()
