"""L'écran « Courriers » : le registre, les trois questions, la lettre, puis le sas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier, EffetObserve
from tat_carnet.domain.courrier_relu import CourrierRelu
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.vocabulaire import StatutCourrier
from tat_carnet.ui.context import Context
from tat_carnet.ui.courriers.aiguillage import AiguillagePane
from tat_carnet.ui.courriers.desk import Desk
from tat_carnet.ui.courriers.mots import in_days
from tat_carnet.ui.courriers.redaction import RedactionForm
from tat_carnet.ui.courriers.registre import RegistrePane
from tat_carnet.ui.relecture.page import PREPARATION, SasPage
from tat_carnet.usecases.courriers.aiguillage import Question, noter_hors_outil
from tat_carnet.usecases.courriers.effets import observer, suivre
from tat_carnet.usecases.courriers.preparer import noms_des_modeles, proposer_faits
from tat_carnet.usecases.courriers.rectifier import Dementi, dementis, rediger_rectificatif
from tat_carnet.usecases.courriers.registre import (
    Registre,
    avancer,
    enregistrer,
    lire_registre,
    preparer_relances,
    repondre,
    sorti,
)
from tat_carnet.usecases.courriers.relire import ouvrir_courrier, signe
from tat_carnet.usecases.infirmes import infirmes_sortis
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.rectificatifs import DocumentCitant, a_rectifier
from tat_carnet.usecases.relecture import Dossier


class CourriersView(SasPage):
    """Alerter, et ne pas oublier."""

    finish_verb = "Revenir au registre"

    def __init__(self, context: Context) -> None:
        now = context.clock()
        self.registre = RegistrePane(now.date())
        self.aiguillage = AiguillagePane()
        self.redaction = RedactionForm(now, noms_des_modeles())
        self.desk = Desk(self.registre, self.aiguillage, self.redaction)
        super().__init__(context, "Courriers d’alerte", self.desk)
        self._courrier: Courrier | None = None
        self.desk.show_pane(self.registre)
        self._connect()

    def arrive(self, what: str = "") -> None:
        """Relit le registre ; « alerter » : commence par les trois questions.

        Sinon, `what` est l'identifiant d'un courrier : le registre le montre.
        """
        if not self.preparing:
            return
        now = self._context.clock()
        self._context.tasks.query(
            lambda cahier: (preparer_relances(cahier, now), _load(cahier, now.date()))[1],
            lambda found: self.registre.show_registre(*found, wanted=what),
            self,
        )
        if what == "alerter":
            self._ask()

    def _connect(self) -> None:
        self.registre.alert_asked.connect(self._ask)
        self.registre.resumed.connect(self._resume)
        self.registre.moved.connect(self._move)
        self.registre.rectify_asked.connect(self._rectify)
        self.registre.documents_asked.connect(lambda: self._context.go("rectificatif"))
        self.registre.effect_asked.connect(self._show_effect)
        self.registre.answer.confirmed.connect(self._answer)
        self.registre.effect.confirmed.connect(self._observe)
        self.aiguillage.cleared.connect(self._write_letter)
        self.aiguillage.outside.connect(self._outside)
        self.aiguillage.left.connect(lambda: self._show_registre())
        self.redaction.choices_asked.connect(self._load_choices)
        self.redaction.confirmed.connect(self._reread)
        self.redaction.kept.connect(self._keep)
        self.redaction.left.connect(lambda: self._show_registre())
        self.signed.connect(self._mark_read)
        self.went_out.connect(lambda *_: self._went_out())

    def _show_registre(self, wanted: str = "") -> None:
        self._show_pane(self.registre)
        self.arrive(wanted)

    def _show_pane(self, pane: QWidget) -> None:
        """Montre une pièce, par le haut."""
        self.desk.show_pane(pane)
        area = self.stages.widget(PREPARATION)
        assert isinstance(area, QScrollArea)
        area.verticalScrollBar().setValue(0)

    def _ask(self) -> None:
        self.banner.hush()
        self._show_pane(self.aiguillage)
        self.aiguillage.ask(Question.peril)

    def _write_letter(self) -> None:
        self._show_pane(self.redaction)
        self.redaction.begin()

    def _outside(self) -> None:
        now = self._context.clock()

        def noted(_courrier: Courrier) -> None:
            self._show_registre()
            self.banner.tell("« Transmis hors outil » est noté, sans rien d’autre.")

        self._context.tasks.change(lambda cahier: noter_hors_outil(cahier, now), noted, self)

    def _resume(self, courrier: Courrier) -> None:
        self._show_pane(self.redaction)
        self.redaction.resume(courrier)

    def _load_choices(self, cle: str, days: int, cites: Sequence[str]) -> None:
        day = self._context.clock().date()
        self._context.tasks.query(
            lambda cahier: proposer_faits(cahier, cle, day, days, cites),
            self.redaction.show_choices,
            self,
        )

    def _keep(self, courrier: Courrier) -> None:
        now = self._context.clock()

        def kept(_courrier: Courrier) -> None:
            self._show_registre()
            self.banner.tell("Le brouillon est gardé.")

        self._context.tasks.change(lambda cahier: enregistrer(cahier, courrier, now), kept, self)

    def _reread(self, courrier: Courrier) -> None:
        now = self._context.clock()
        self.banner.hush()

        def load(cahier: Cahier) -> Dossier[CourrierRelu]:
            return ouvrir_courrier(cahier, enregistrer(cahier, courrier, now), now)

        self._courrier = courrier
        self.start(load, self._refuse)

    def _refuse(self, error: ErreurConnue) -> None:
        """La phrase à sa place ; ce qui se règle ailleurs a son bouton, la lettre attend ici."""
        self.redaction.refuse(error)
        champ = error.champ if isinstance(error, SaisieIncomplete) else ""
        go, chosen = self._context.go, self.redaction.recipient.chosen
        if champ == "destinataire_id" and chosen is not None:
            action = ("Ouvrir sa fiche", partial(go, "annuaire", chosen))
        elif champ == "entete":
            action = ("Régler l’en-tête", partial(go, "reglages"))
        else:
            return
        self.banner.tell(error.phrase, "alerte", action=action)

    def _mark_read(self) -> None:
        courrier, now = self._courrier, self._context.clock()
        assert courrier is not None
        self._context.tasks.change(
            lambda cahier: signe(cahier, courrier.id, now), lambda _: None, self
        )

    def _went_out(self) -> None:
        courrier, now = self._courrier, self._context.clock()
        assert courrier is not None
        self._context.tasks.change(
            lambda cahier: sorti(cahier, courrier.id, now), lambda _: None, self
        )

    def _finish(self) -> None:
        """La lettre est écrite : retour au registre, où l'on dira qu'elle est partie."""
        self._back_to_preparation()
        assert self._courrier is not None
        self._show_registre(self._courrier.id)
        self.banner.tell("La lettre est écrite. Dites « Envoyé » le jour où elle part.")

    def _move(self, courrier_id: str, statut: StatutCourrier) -> None:
        now = self._context.clock()
        self._context.tasks.change(
            lambda cahier: avancer(cahier, courrier_id, statut, now),
            lambda _: self.arrive(),
            self,
        )

    def _answer(self, courrier_id: str, le: date, texte: TexteBrut) -> None:
        now = self._context.clock()

        def done(courrier: Courrier) -> None:
            self.registre.answer.hide()
            self.banner.tell(f"La réponse est inscrite : répondu {in_days(courrier.delai or 0)}.")
            self.arrive()

        self._context.tasks.change(
            lambda cahier: repondre(cahier, courrier_id, le, texte, now),
            done,
            self,
            self.registre.answer.refuse,
        )

    def _show_effect(self, courrier: Courrier) -> None:
        day = self._context.clock().date()
        self._context.tasks.query(
            lambda cahier: suivre(cahier, courrier.id, day),
            partial(self.registre.open_effect, courrier),
            self,
        )

    def _observe(self, courrier_id: str, effet: EffetObserve) -> None:
        now = self._context.clock()

        def done(_courrier: Courrier) -> None:
            self.registre.effect.hide()
            self.banner.tell("L’effet est inscrit au registre.")
            self.arrive()

        self._context.tasks.change(
            lambda cahier: observer(cahier, courrier_id, effet, now),
            done,
            self,
            self.registre.effect.refuse,
        )

    def _rectify(self, courrier: Courrier, dementi: Dementi) -> None:
        now = self._context.clock()
        self._context.tasks.change(
            lambda cahier: rediger_rectificatif(cahier, courrier, dementi, now), self._resume, self
        )


def _load(
    cahier: Cahier, jour: date
) -> tuple[Registre, Sequence[Dementi], Sequence[DocumentCitant]]:
    lus = infirmes_sortis(cahier)
    return lire_registre(cahier, jour), dementis(cahier, lus), a_rectifier(cahier, lus)
