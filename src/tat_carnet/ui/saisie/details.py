"""Les champs pliés d'un fait : tous facultatifs, tous à un clic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Gravite,
    Impact,
    NatureSource,
    Public,
    Recurrence,
    TailleGroupe,
    Theme,
    TrancheAge,
    Urgence,
)
from tat_carnet.ui.theme.tokens import E12, E16
from tat_carnet.ui.widgets.basics import horizontal, vertical
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.numbers import number_edit, time_edit

EN_REUNION = (Attestation.atteste, Attestation.infirme)


class DetailsForm(QWidget):
    """Les énumérations de `domaine.md` §3, en puces. `changed` part à chaque geste."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.attestation = Chips(
            list(Attestation), "Degré d’attestation", exclusive=True, required=True
        )
        self.sources = Chips(list(NatureSource), "Comment on le sait")
        self.recurrence = Chips(list(Recurrence), "Récurrence", exclusive=True)
        self.gravite = Chips(list(Gravite), "Gravité", exclusive=True)
        self.urgence = Chips(list(Urgence), "Urgence", exclusive=True)
        self.tranche_age = Chips(list(TrancheAge), "Âge estimé", exclusive=True)
        self.taille_groupe = Chips(list(TailleGroupe), "Combien de personnes", exclusive=True)
        self.publics = Chips(list(Public), "Publics concernés")
        self.impacts = Chips(list(Impact), "Effets")
        self.themes = Chips(list(Theme), "Thèmes", at_most=2)
        self.jour = date_edit(today)
        self.heure = time_edit()
        self.reunion = date_edit(today)
        self.quantite = number_edit(9999, "non comptée")
        self.reunion_field = Field("Réunion qui en a décidé", self.reunion)
        self.sources_field = Field("Comment on le sait", self.sources)
        self.themes_field = Field("Thèmes", self.themes, "deux au plus ; celui du type par défaut")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        when = horizontal(gap=E12)
        when.addWidget(Field("Jour", self.jour))
        when.addWidget(Field("Heure", self.heure, ""))
        when.addWidget(Field("Quantité", self.quantite))
        when.addStretch(1)
        column.addLayout(when)
        column.addWidget(Field("Degré d’attestation", self.attestation))
        column.addWidget(self.reunion_field)
        column.addWidget(self.sources_field)
        for name, chips in (
            ("Récurrence", self.recurrence),
            ("Gravité", self.gravite),
            ("Urgence", self.urgence),
            ("Âge estimé", self.tranche_age),
            ("Combien de personnes", self.taille_groupe),
            ("Publics concernés", self.publics),
            ("Effets", self.impacts),
        ):
            column.addWidget(Field(name, chips))
        column.addWidget(self.themes_field)

    def _connect(self) -> None:
        for chips in self._chips():
            chips.changed.connect(self.changed)
        self.attestation.changed.connect(self._show_reunion)
        for edited in (
            self.jour.dateChanged,
            self.heure.timeChanged,
            self.reunion.dateChanged,
            self.quantite.valueChanged,
        ):
            edited.connect(self.changed)

    def _chips(self) -> tuple[Chips[Any], ...]:
        return (
            self.attestation,
            self.sources,
            self.recurrence,
            self.gravite,
            self.urgence,
            self.tranche_age,
            self.taille_groupe,
            self.publics,
            self.impacts,
            self.themes,
        )

    def _show_reunion(self) -> None:
        self.reunion_field.setVisible(self.attestation.value() in EN_REUNION)

    def show_fait(self, fait: Fait) -> None:
        """Montre les champs d'un fait, sans rien annoncer."""
        self.blockSignals(True)
        self.jour.setDate(QDate(fait.instant.date()))
        self.heure.setTime(QTime(fait.instant.hour, fait.instant.minute))
        self.quantite.setValue(fait.quantite or 0)
        self.reunion.setDate(QDate(fait.reunion_le or fait.instant.date()))
        self.attestation.set_value(fait.attestation)
        self.sources.set_values(fait.natures_source)
        self.publics.set_values(fait.publics)
        self.impacts.set_values(fait.impacts)
        self.themes.set_values(fait.themes)
        self.recurrence.set_value(fait.recurrence)
        self.gravite.set_value(fait.gravite)
        self.urgence.set_value(fait.urgence)
        self.tranche_age.set_value(fait.tranche_age)
        self.taille_groupe.set_value(fait.taille_groupe)
        self._show_reunion()
        self.blockSignals(False)

    def read_into(self, fait: Fait) -> Fait:
        """Le fait avec ce que ces champs disent."""
        attestation = self.attestation.value() or Attestation.observe
        clock = self.heure.time()
        return replace(
            fait,
            instant=datetime.combine(python_date(self.jour), time(clock.hour(), clock.minute())),
            quantite=self.quantite.value() or None,
            attestation=attestation,
            reunion_le=python_date(self.reunion) if attestation in EN_REUNION else None,
            natures_source=self.sources.values(),
            recurrence=self.recurrence.value(),
            gravite=self.gravite.value(),
            urgence=self.urgence.value(),
            tranche_age=self.tranche_age.value(),
            taille_groupe=self.taille_groupe.value(),
            publics=self.publics.values(),
            impacts=self.impacts.values(),
            themes=self.themes.values(),
        )

    def filled(self, fait: Fait) -> int:
        """Combien de précisions facultatives sont données (dit sur le volet plié)."""
        values = (
            fait.quantite,
            fait.recurrence,
            fait.gravite,
            fait.urgence,
            fait.tranche_age,
            fait.taille_groupe,
            fait.publics,
            fait.impacts,
            fait.themes,
        )
        return sum(bool(value) for value in values)
