"""Les sauvegardes d'une session : faites sans qu'on le demande, et leur état dit en une phrase."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.sauvegarde import SecondDossier
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.typographie import jour
from tat_carnet.usecases.coffre import (
    derniere,
    emporter,
    emporter_si_besoin,
    est_la,
    sauvegarder,
    sauvegarder_si_besoin,
)
from tat_carnet.usecases.ports import Coffre, OpenedCahier, SauvegardeGardee

FAITS_AU_VERROU: Final = 10_000
"""Au-delà, sauvegarder retarderait le verrouillage : la sauvegarde du jour suffit."""
JOURS_SANS_CLE: Final = 7
"""Une clé se range ailleurs : on ne la réclame qu'après ce temps."""

T = TypeVar("T")

Failed = Callable[[ErreurConnue], None]


@dataclass(frozen=True, slots=True)
class Cle:
    """La clé retenue par le cahier, si elle est branchée, et ce qui l'a empêchée de servir."""

    dossier: SecondDossier
    branchee: bool
    failure: str = ""


class Sauvegardes(QObject):
    """Ce que l'on sait des sauvegardes de ce cahier. `changed` : la phrase d'état a changé.

    `cle` est la seconde cible, que le cahier retient ; elle sert dès qu'elle est branchée.
    """

    changed = Signal()

    def __init__(
        self, tasks: Tasks, coffre: Coffre, clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks, self._coffre, self._clock = tasks, coffre, clock
        self._newest: datetime | None = None
        self._dirty, self._quick = False, True
        self._turn = threading.Lock()
        self.failure = ""
        self.cle: Cle | None = None
        tasks.changed.connect(self._soil)

    def start(self) -> None:
        """À l'ouverture : sauvegarde si la dernière a plus d'un jour, ici puis sur la clé."""
        now = self._clock()

        def work(cahier: OpenedCahier) -> tuple[datetime, int]:
            return sauvegarder_si_besoin(cahier, self._coffre, now), cahier.count_faits(Filtre())

        def then_the_key() -> None:
            self._aside(lambda cahier: self._carry_if_due(cahier, now), self._learn_cle)

        def done(answer: tuple[datetime, int]) -> None:
            self._started(answer)
            then_the_key()

        def missed(error: ErreurConnue) -> None:
            self._failed(error)
            then_the_key()

        self._aside(work, done, missed)

    def back_up(self, then: Callable[[], None], failed: Failed) -> None:
        """Sauvegarde maintenant, près du cahier ; ce qui change pendant reste à sauvegarder."""
        now = self._clock()
        before, self._dirty = self._dirty, False

        def done(newest: datetime) -> None:
            self._learn(newest)
            then()

        def missed(error: ErreurConnue) -> None:
            self._dirty |= before
            failed(error)

        self._aside(lambda cahier: sauvegarder(cahier, self._coffre, now), done, missed)

    def carry(self, folder: Path, then: Callable[[], None], failed: Failed) -> None:
        """Sauvegarde maintenant dans `folder`, et retient cette clé dans le cahier."""
        now = self._clock()

        def done(second: SecondDossier) -> None:
            self._learn_cle(Cle(second, branchee=True))
            then()

        self._aside(lambda cahier: emporter(cahier, self._coffre, now, folder), done, failed)

    def forget(self) -> None:
        """Ne plus se servir de la clé retenue ; ses sauvegardes y restent."""
        self._tasks.query(
            lambda cahier: cahier.oublier_second_dossier(), lambda _: self._learn_cle(None), self
        )

    def look(self) -> None:
        """Regarde, hors du fil de la fenêtre, si la clé est branchée."""
        self._tasks.query(self._look, self._learn_cle, self)

    def before_lock(self) -> None:
        """Met en file une dernière sauvegarde, s'il y a du nouveau ; un échec se tait.

        Le verrouillage n'attend personne : une sauvegarde trop longue est coupée, sans dommage, et
        celle-ci ne s'ajoute pas à une autre en cours.
        """
        if not (self._dirty and self._quick):
            return
        now = self._clock()

        def work(cahier: OpenedCahier) -> None:
            if not self._turn.acquire(blocking=False):
                return
            try:
                self._last(cahier, now)
            finally:
                self._turn.release()

        self._tasks.query(work, lambda _: None, self)

    def _last(self, cahier: OpenedCahier, now: datetime) -> None:
        with suppress(ErreurConnue):
            sauvegarder(cahier, self._coffre, now)
        second = cahier.second_dossier()
        if second is not None:
            with suppress(ErreurConnue):
                emporter(cahier, self._coffre, now, second.path)

    def _aside(
        self,
        work: Callable[[OpenedCahier], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Une sauvegarde à la fois, à côté de la file : l'écran n'attend pas qu'elle finisse."""

        def in_turn(cahier: OpenedCahier) -> T:
            with self._turn:
                return work(cahier)

        self._tasks.aside(in_turn, then, self, failed)

    def late(self, today: date) -> str:
        """La phrase d'état, si l'on doit s'en occuper ; vide sinon."""
        sentence, late = self.describe(today)
        return sentence if late else ""

    def describe(self, today: date) -> tuple[str, bool]:
        """« Sauvegarde : à jour », et s'il faut s'en occuper ; vide tant qu'on ne sait pas."""
        if self.failure:
            return (
                f"Sauvegarde : pas faite. Vos notes, elles, sont gardées. {self._age(today)}",
                True,
            )
        if self._newest is None:
            return "", False
        late = not 0 <= (today - self._newest.date()).days <= 1
        here = f"Sauvegarde : {self._age(today)}"
        if self.cle is None:
            return here, late
        there, missed = describe_cle(self.cle, today)
        return f"{here}. {there}", late or missed

    def _age(self, today: date) -> str:
        if self._newest is None:
            return "Aucune n’existe encore."
        days = (today - self._newest.date()).days
        if self.failure or days < 0:
            return f"La dernière est du {jour(self._newest.date(), annee=True)}."
        return "à jour" if days <= 1 else f"il y a {days} jours"

    def _carry_if_due(self, cahier: OpenedCahier, now: datetime) -> Cle | None:
        try:
            emporter_si_besoin(cahier, self._coffre, now)
        except ErreurConnue as error:
            second = cahier.second_dossier()
            return Cle(second, branchee=True, failure=error.phrase) if second else None
        return self._look(cahier)

    def _look(self, cahier: OpenedCahier) -> Cle | None:
        second = cahier.second_dossier()
        return Cle(second, est_la(self._coffre, second)) if second else None

    def _soil(self) -> None:
        self._dirty = True

    def _started(self, answer: tuple[datetime, int]) -> None:
        newest, count = answer
        self._quick = count <= FAITS_AU_VERROU
        self._learn(newest)

    def _learn(self, newest: datetime) -> None:
        self._newest, self.failure = newest, ""
        self.changed.emit()

    def _learn_cle(self, cle: Cle | None) -> None:
        if cle != self.cle:
            self.cle = cle
            self.changed.emit()

    def _failed(self, error: ErreurConnue) -> None:
        """Garde la phrase, et cherche de quand date la dernière, pour ne pas inquiéter à tort."""
        self.failure = error.phrase
        self._tasks.query(lambda _: derniere(self._coffre.sauvegardes()), self._found, self)

    def _found(self, kept: SauvegardeGardee | None) -> None:
        self._newest = kept.faite_le if kept else None
        self.changed.emit()


def describe_cle(cle: Cle, today: date) -> tuple[str, bool]:
    """« Clé débranchée : dernière copie il y a 3 jours. », et s'il faut s'en occuper."""
    state = "Clé branchée" if cle.branchee else "Clé débranchée"
    if cle.dossier.derniere is None:
        return f"{state} : aucune copie encore.", True
    days = (today - cle.dossier.derniere.date()).days
    when = {0: "aujourd’hui", 1: "hier"}.get(days, f"il y a {days} jours")
    if days <= JOURS_SANS_CLE:
        return f"{state} : dernière copie {when}.", False
    ask = "réessayez depuis les réglages" if cle.branchee else "branchez-la"
    return f"{state} : dernière copie {when}, {ask}.", True
