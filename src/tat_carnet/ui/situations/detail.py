"""Une situation ouverte : besoins, moments, étapes, échéances, faits liés. Chaque geste s'écrit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import Besoin, MomentFragilite, StatutSituation, TrancheAge
from tat_carnet.ui.situations.due_rows import DueRows
from tat_carnet.ui.situations.echeance_form import EcheanceForm
from tat_carnet.ui.situations.etapes import EtapesCard
from tat_carnet.ui.situations.liens import LiensCard
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.theme.tokens import E8, E12, E16
from tat_carnet.ui.typographie import compte, jour
from tat_carnet.ui.widgets.basics import Button, Card, label, vertical
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.tall import Tall
from tat_carnet.usecases.situations import Due, avec_etape

REGLE = "Ni nom, ni surnom, ni lieu, ni date de naissance : ce code suffit pour la retrouver."
HORS_OUTIL = (
    "Transmise hors de l’outil : la suite n’est plus notée ici. Un mineur en danger se signale à "
    "la CRIP ou au 119."
)


@dataclass(frozen=True, slots=True)
class Ouverte:
    """Une situation et ce qui l'entoure."""

    situation: Situation
    faits: Sequence[Fait]
    sites: Mapping[str, Site]
    dues: Sequence[Due]
    liste: frozenset[str]


class SituationDetail(Tall):
    """`changed` porte la situation à écrire ; `echeance_added` une échéance à lui donner."""

    changed = Signal(object)
    echeance_added = Signal(object)
    vignette_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, tasks: Tasks, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._situation: Situation | None = None
        self.code = label("", "sous-titre")
        self.contact = label("", "doux")
        self.outside = label(HORS_OUTIL, "alerte")
        self.statut = Chips(list(StatutSituation), "Statut", exclusive=True, required=True)
        self.besoins = Chips(list(Besoin), "Besoins")
        self.moments = Chips(list(MomentFragilite), "Moments de fragilité")
        self.age = Chips(list(TrancheAge), "Âge estimé", exclusive=True)
        self.etapes = EtapesCard(today())
        self.dues = DueRows(tasks, today, lambda _: None)
        self.no_due = label("Rien n’est prévu.", "doux")
        self.add_due = Button("Prévoir une échéance", icon_name="clock")
        self.form = EcheanceForm(today())
        self.liens = LiensCard(today)
        self.vignette = Button("Composer une vignette", icon_name="file-text")
        self.delete = Button("Effacer", "danger", icon_name="trash-2")
        self._lay_out()
        self._connect()

    @property
    def situation(self) -> Situation | None:
        """Celle qui est ouverte."""
        return self._situation

    def show_ouverte(self, ouverte: Ouverte) -> None:
        """Montre une situation."""
        situation = ouverte.situation
        if self._situation is None or self._situation.id != situation.id:
            self.etapes.clear()
            self.liens.line.clear()
            self.form.hide()
        self._situation = situation
        self.code.setText(situation.code)
        days = (self._today() - situation.dernier_contact).days
        ago = "aujourd’hui" if days == 0 else f"il y a {compte(days, 'jour', 'jours')}"
        self.contact.setText(f"Dernier contact : {jour(situation.dernier_contact)}, {ago}")
        outside = situation.statut is StatutSituation.transmise_hors_outil
        self.outside.setVisible(outside)
        self.statut.set_value(situation.statut)
        self.besoins.set_values(situation.besoins)
        self.moments.set_values(situation.moments)
        self.age.set_value(situation.tranche_age)
        self.more.set_title(_more_title(situation))
        self.etapes.show_etapes(situation.etapes, self._today())
        self.etapes.preview.set_terms(ouverte.liste, frozenset())
        self.dues.show_dues(ouverte.dues, removable=True)
        self.no_due.setVisible(not ouverte.dues)
        self.liens.show_faits(ouverte.faits, ouverte.sites)
        for widget in (self.etapes, self.due_card, self.liens):
            widget.setDisabled(outside)

    def with_typed(self, today: date) -> Situation | None:
        """La situation, l'étape en cours d'écriture comprise ; rien s'il n'y en a pas.

        Datée de l'avenir, elle serait refusée, et perdue : elle prend la date du jour.
        """
        typed = self.etapes.typed
        if self._situation is None or typed is None:
            return None
        return avec_etape(self._situation, replace(typed, jour=min(typed.jour, today)))

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        column.setContentsMargins(0, 0, E12, E16)
        head = vertical(gap=E8)
        for text in (self.code, self.contact, label(REGLE, "petit"), self.outside):
            head.addWidget(text)
        gestures = Flow()
        gestures.flow.addWidget(self.vignette)
        gestures.flow.addWidget(self.delete)
        head.addWidget(gestures)
        column.addLayout(head)
        needs = Card()
        needs.body.addWidget(Field("Besoins", self.besoins))
        needs.body.addWidget(Field("Moments de fragilité", self.moments))
        self.more = Expander("Statut, âge estimé")
        self.more.body.addWidget(Field("Statut", self.statut))
        self.more.body.addWidget(Field("Âge estimé", self.age))
        needs.body.addWidget(self.more)
        column.addWidget(needs)
        column.addWidget(self.etapes)
        self.due_card = Card("Échéances")
        self.due_card.body.addWidget(self.dues)
        self.due_card.body.addWidget(self.no_due)
        self.due_card.body.addWidget(self.add_due)
        self.due_card.body.addWidget(self.form)
        self.form.hide()
        column.addWidget(self.due_card)
        column.addWidget(self.liens)
        column.addStretch(1)

    def _connect(self) -> None:
        for chips in (self.statut, self.besoins, self.moments, self.age):
            chips.changed.connect(self._chips_changed)
        self.etapes.added.connect(self._etape_added)
        self.etapes.removed.connect(self._etape_removed)
        self.etapes.vocabulaire.age_asked.connect(self._ask_age)
        self.add_due.clicked.connect(self._unfold)
        self.form.cancelled.connect(self._fold)
        self.form.confirmed.connect(self.echeance_added)
        self.vignette.clicked.connect(lambda: self.vignette_asked.emit(self._situation))
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self._situation))

    def _chips_changed(self) -> None:
        self.changed.emit(
            replace(
                self._known(),
                statut=self.statut.value() or StatutSituation.ouverte,
                besoins=self.besoins.values(),
                moments=self.moments.values(),
                tranche_age=self.age.value(),
            )
        )

    def _etape_added(self, etape: EtapeSituation) -> None:
        self.changed.emit(avec_etape(self._known(), etape))

    def _etape_removed(self, etape: EtapeSituation) -> None:
        known = self._known()
        self.changed.emit(replace(known, etapes=tuple(e for e in known.etapes if e.id != etape.id)))

    def _ask_age(self) -> None:
        """« les jeunes » se précise d'une tranche d'âge, qui se choisit ici."""
        self.more.toggle.setChecked(True)
        self.age.button(TrancheAge.de_13_15).setFocus()

    def _unfold(self) -> None:
        self.form.prepare()
        self.form.show()

    def _fold(self) -> None:
        self.form.hide()
        self.add_due.setFocus()

    def _known(self) -> Situation:
        assert self._situation is not None
        return self._situation


def _more_title(situation: Situation) -> str:
    age = f", {libelle(situation.tranche_age)}" if situation.tranche_age else ""
    return f"Statut : {libelle(situation.statut)}{age}"
