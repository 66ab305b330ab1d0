"""Les champs d'un fait hors du lieu, du type et du texte : tous facultatifs, tous à un clic.

Ceux que le type demande (`domain.modeles`) se posent sous le texte ; les autres restent pliés.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.domain.attestation import EN_REUNION
from tat_carnet.domain.fait import Fait, Tournee
from tat_carnet.domain.libelles import libelle
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
    TypePartenaire,
    Urgence,
)
from tat_carnet.ui.cahier.filters import CodeCombo
from tat_carnet.ui.theme.tokens import E12, E16
from tat_carnet.ui.typographie import majuscule
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.numbers import number_edit, time_edit
from tat_carnet.ui.widgets.optional_date import OptionalDate

FIELD_WIDTH = 220


class DetailsForm(QWidget):
    """Les champs de `domaine.md` §4, dans l'ordre. `changed` part à chaque geste.

    `asked` est la rangée, ailleurs dans l'écran, des champs que le type demande.
    """

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._tournee: Tournee | None = None
        self._inputs(today)
        self.asked = QWidget()
        self._asked = vertical(self.asked, gap=E16)
        self._short = Flow(gap=E16)
        self.during = Button("", "puce")
        self.during.setCheckable(True)
        self.when = Flow(gap=E12)
        self.reunion_field = Field("Réunion qui en a décidé", self.reunion)
        self.instant_field = Field("Quand", self.when)
        self.attestation_field = Field("Degré d’attestation", self.attestation)
        self.decided = label("Le degré se change dans le cahier, avec un motif.", "doux")
        self.fields: dict[str, Field] = {
            "materiel": Field("Matériel", self.materiel),
            "quantite": Field("Quantité", self.quantite),
            "signale_a": Field("Signalé à", self.signale_a),
            "signale_le": Field("Signalement", self.signale_le),
            "ramasse_le": Field("Ramassage", self.ramasse_le),
            "natures_source": Field("Comment on le sait", self.sources),
            "recurrence": Field("Récurrence", self.recurrence),
            "gravite": Field("Gravité", self.gravite),
            "urgence": Field("Urgence", self.urgence),
            "tranche_age": Field("Âge estimé", self.tranche_age),
            "taille_groupe": Field("Combien de personnes", self.taille_groupe),
            "publics": Field("Publics concernés", self.publics),
            "impacts": Field("Effets", self.impacts),
            "themes": Field("Thèmes", self.themes, "deux au plus ; celui du type par défaut"),
        }
        self._rest = vertical(gap=E16)
        self._lay_out()
        self._connect()

    def _inputs(self, today: date) -> None:
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
        self.heure.setAccessibleName("Heure")
        self.reunion = date_edit(today)
        self.quantite = number_edit(9999, "non comptée")
        self.materiel = QLineEdit()
        self.materiel.setFixedWidth(FIELD_WIDTH)
        self.signale_a = CodeCombo("Signalé à", "personne encore")
        for code in TypePartenaire:
            self.signale_a.add(majuscule(libelle(code)), code)
        self.signale_a.setFixedWidth(FIELD_WIDTH)
        self.signale_le = OptionalDate("Signalé", today)
        self.ramasse_le = OptionalDate("Ramassé", today)

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        for widget in (self.jour, self.heure, self.during):
            self.when.flow.addWidget(widget)
        column.addWidget(self.instant_field)
        column.addWidget(self.attestation_field)
        column.addWidget(self.decided)
        column.addWidget(self.reunion_field)
        column.addLayout(self._rest)
        self._asked.addWidget(self._short)
        self.ask(())

    def ask(self, champs: Sequence[str]) -> None:
        """Pose ces champs dans `asked`, les autres ici, dans leur ordre.

        Les champs brefs s'y suivent sur une rangée ; des puces prennent la leur, toute la largeur.
        """
        for field in self.fields.values():
            self._rest.removeWidget(field)
            self._asked.removeWidget(field)
            self._short.flow.removeWidget(field)
        for field in (self.fields[champ] for champ in champs):
            if isinstance(field.input, Chips):
                self._asked.addWidget(field)
            else:
                self._short.flow.addWidget(field)
        for champ, field in self.fields.items():
            if champ not in champs:
                self._rest.addWidget(field)
            field.show()
        self._short.setVisible(self._short.flow.count() > 0)
        self.asked.setVisible(bool(champs))
        self._short.updateGeometry()

    def _connect(self) -> None:
        for chips in self._chips():
            chips.changed.connect(self.changed)
        self.attestation.changed.connect(self._show_reunion)
        for edited in (
            self.jour.dateChanged,
            self.heure.timeChanged,
            self.reunion.dateChanged,
            self.quantite.valueChanged,
            self.materiel.textEdited,
            self.signale_a.activated,
            self.signale_le.changed,
            self.ramasse_le.changed,
            self.during.clicked,
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
        in_reunion = self.attestation.value() in EN_REUNION
        self.reunion_field.setVisible(in_reunion and not self.attestation_field.isHidden())

    def set_tournee(self, tournee: Tournee | None) -> None:
        """Dit dans quelle tournée on note, s'il y en a une."""
        self._tournee = tournee
        if tournee is not None:
            self.during.setText(f"Pendant la tournée ({tournee.secteur})")

    def keep_degree(self, kept: bool) -> None:
        """Corriger un fait n'en change pas le degré : il y faut un motif, ailleurs."""
        self.attestation_field.setVisible(not kept)
        self.decided.setVisible(kept)
        self._show_reunion()

    def show_fait(self, fait: Fait) -> None:
        """Montre les champs d'un fait, sans rien annoncer."""
        self.blockSignals(True)
        self.jour.setDate(QDate(fait.instant.date()))
        self.heure.setTime(QTime(fait.instant.hour, fait.instant.minute))
        self.quantite.setValue(fait.quantite or 0)
        self.materiel.setText(fait.materiel)
        self.signale_a.choose(fait.signale_a)
        self.signale_le.set_value(fait.signale_le)
        self.ramasse_le.set_value(fait.ramasse_le)
        tournee = self._tournee.id if self._tournee else fait.tournee_id
        self.during.setVisible(tournee is not None)
        self.during.setChecked(fait.tournee_id is not None)
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
        tournee_id = fait.tournee_id or (self._tournee.id if self._tournee else None)
        return replace(
            fait,
            tournee_id=tournee_id if self.during.isChecked() else None,
            materiel=self.materiel.text().strip(),
            signale_a=self.signale_a.code,
            signale_le=self.signale_le.value(),
            ramasse_le=self.ramasse_le.value(),
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
            fait.materiel,
            fait.signale_a,
            fait.signale_le,
            fait.ramasse_le,
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
