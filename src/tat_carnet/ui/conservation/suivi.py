"""La conservation d'une session : prévenir, purger par petits blocs, s'arrêter quand on le dit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from tat_carnet.domain.conservation import LignePurge, Objet, Suspension
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.tasks import Tasks
from tat_carnet.usecases.conservation import (
    Etat,
    avertissement_montre,
    etat,
    finir_la_purge,
    purger_un_bloc,
)
from tat_carnet.usecases.ports import Cahier

Demande = tuple[Objet, date]
"""Un objet, et la borne avant laquelle il part."""


class Suivi(QObject):
    """Où en est la conservation. `changed` : l'état, l'avancée ou le bilan a changé.

    Chaque bloc est un travail à part : l'écran et le verrouillage passent entre deux blocs.
    `faites` sont les purges achevées depuis l'ouverture.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._clock = tasks, clock
        self._queue: list[Demande] = []
        self._stopping = False
        self.etat: Etat | None = None
        self.avancee: tuple[int, int] | None = None
        self.faites: list[LignePurge] = []
        self.failure = ""

    def start(self) -> None:
        """À l'ouverture : relit l'état, puis fait ce qui, annoncé, n'a pas attendu davantage."""
        self._read(self._opened)

    def refresh(self) -> None:
        """Relit l'état."""
        self._read(self._learn)

    def shown(self) -> None:
        """L'avertissement est à l'écran : les quinze jours courent."""
        montre = self.etat
        if montre is None or all(e.annonce for e in montre.a_annoncer):
            return
        self._tasks.query(
            lambda cahier: avertissement_montre(cahier, montre), lambda _: self.refresh(), self
        )

    def purge(self, demandes: Sequence[Demande]) -> None:
        """Purge ces objets, l'un après l'autre ; celle qui fut interrompue passe d'abord."""
        begun = self.etat.en_cours if self.etat else None
        first = [(begun.objet, begun.borne)] if begun else []
        self._queue = list(dict.fromkeys([*first, *demandes]))
        self._stopping, self.failure = False, ""
        self._next()

    def stop(self) -> None:
        """S'arrête après le bloc en cours ; ce qui est parti est au journal, le reste demeure."""
        self._stopping = True

    def suspend(self, suspension: Suspension) -> None:
        """Suspend toute purge, dès le bloc suivant."""
        self.stop()
        self._tasks.change(
            lambda cahier: cahier.suspendre(suspension), lambda _: self.refresh(), self
        )

    def resume(self) -> None:
        """Lève la suspension ; il faudra de nouveau prévenir quinze jours."""
        now = self._clock()
        self._tasks.change(lambda cahier: cahier.reprendre(now), lambda _: self.refresh(), self)

    def set_duree(self, objet: Objet, mois: int) -> None:
        """Règle une durée, à la baisse."""
        self._tasks.change(
            lambda cahier: cahier.set_duree(objet, mois), lambda _: self.refresh(), self
        )

    def _read(self, then: Callable[[Etat], None]) -> None:
        day = self._clock().date()
        self._tasks.query(lambda cahier: etat(cahier, day), then, self)

    def _opened(self, found: Etat) -> None:
        self._learn(found)
        if found.a_faire:
            self.purge(found.a_faire)

    def _learn(self, found: Etat) -> None:
        self.etat = found
        self.changed.emit()

    def _next(self) -> None:
        if not self._queue:
            self._end()
            return
        objet, borne = self._queue.pop(0)

        def begin(cahier: Cahier) -> tuple[int, int]:
            cahier.commencer_purge(objet, borne)
            begun = cahier.purge_en_cours()
            done = begun.nombre if begun else 0
            return done, done + cahier.compter_a_purger(objet, borne)

        self._tasks.query(begin, self._begun, self, self._failed)

    def _begun(self, progress: tuple[int, int]) -> None:
        self.avancee = progress
        self.changed.emit()
        self._step()

    def _step(self) -> None:
        now = self._clock()
        work = finir_la_purge if self._stopping else purger_un_bloc

        def step(cahier: Cahier) -> tuple[LignePurge | None, int]:
            ligne = work(cahier, now)
            begun = cahier.purge_en_cours()
            return ligne, begun.nombre if begun else 0

        self._tasks.query(step, self._stepped, self, self._failed)

    def _stepped(self, answer: tuple[LignePurge | None, int]) -> None:
        ligne, done = answer
        if ligne is None:
            total = self.avancee[1] if self.avancee else done
            self.avancee = done, max(done, total)
            self.changed.emit()
            self._step()
            return
        self.faites.append(ligne)
        if self._stopping:
            self._queue.clear()
        self._next()

    def _failed(self, error: ErreurConnue) -> None:
        self._queue.clear()
        self.failure = error.phrase
        self._end()

    def _end(self) -> None:
        """Le cahier a changé : les autres écrans se relisent."""
        self.avancee = None
        day = self._clock().date()
        self._tasks.change(lambda cahier: etat(cahier, day), self._learn, self)
