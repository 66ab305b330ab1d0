"""Le travail en arrière-plan : un seul fil tient le cahier, la fenêtre ne gèle jamais.

`Tasks` offre une demande (`query`) et un changement (`change`). Chacune reçoit une petite fonction
qui nomme le geste ; le résultat revient dans le fil de la fenêtre, sauf si le widget qui attendait
n'existe plus. Les gestes (`usecases`) ne savent rien des fils.

Fermer est borné : un travail qui dure perd le cahier, et ce qui attend derrière lui s'écrit par un
second fil.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Signal

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.fermeture import Closed
from tat_carnet.ui.verrou.gate import Gate, Verrouille

if TYPE_CHECKING:
    from tat_carnet.usecases.ports import OpenedCahier

T = TypeVar("T")


Job = Callable[[], None]

THREAD_NAME: Final = "cahier"
QUIET_S: Final = 0.2
"""Ce qu'une fermeture attend sans le dire : le temps d'écrire un brouillon."""
PATIENCE_S: Final = 0.8
"""Ce qu'elle attend encore, deux fois au plus : verrouiller tient ainsi en deux secondes."""


class Tasks(QObject):
    """Le fil qui tient le cahier. `changed` dit qu'un changement est écrit, `failed` une phrase."""

    changed = Signal()
    failed = Signal(str)
    _posted = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._cahier: Gate | None = None
        self._pending = 0
        self.projecting = False
        """En projection, ce que rend le cahier est sans brut (`usecases.projeter`)."""
        self._leaving = self._closing = False
        self._lost = False
        self._fault: Exception | None = None
        self._posted.connect(self._deliver)
        self._reported.connect(self._pass_on)
        self._taking = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._start()

    @property
    def idle(self) -> bool:
        """Vrai si rien n'est en attente (pour les essais et la fermeture)."""
        return self._pending == 0

    @property
    def closing(self) -> bool:
        """Vrai dès qu'on ferme ; un travail long qui le demande s'arrête de lui-même."""
        return self._leaving or self._closing

    def report(self, owner: QObject, word: Callable[[], None]) -> None:
        """D'un travail en cours : dit `word` dans le fil de la fenêtre, si `owner` vit encore."""
        if not self.closing:
            self._reported.emit((owner, word))

    def open(
        self,
        opening: Callable[[], OpenedCahier],
        then: Callable[[], None],
        failed: Callable[[ErreurConnue], None],
        owner: QObject,
    ) -> None:
        """Ouvre un cahier dans le fil ; la dérivation de la clé s'y fait aussi."""

        def work() -> None:
            self._cahier = Gate(opening())

        self._submit(work, lambda _: then(), failed, owner)

    def query(
        self,
        work: Callable[[OpenedCahier], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Callable[[ErreurConnue], None] | None = None,
    ) -> None:
        """Lit le cahier puis rend le résultat à `then` ; en projection, sans rien de brut."""
        see = _veil_of_cahier() if self.projecting else _whole
        self._submit(partial(self._on_cahier, work, see), then, failed or self._tell, owner)

    def change(
        self,
        work: Callable[[OpenedCahier], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Callable[[ErreurConnue], None] | None = None,
    ) -> None:
        """Change le cahier, rend le résultat à `then`, puis annonce `changed`."""
        shown: Callable[[T], T] = _veil() if self.projecting else _whole

        def done(result: T) -> None:
            then(shown(result))
            self.changed.emit()

        self._submit(partial(self._on_cahier, work, _whole), done, failed or self._tell, owner)

    def aside(
        self,
        work: Callable[[OpenedCahier], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Callable[[ErreurConnue], None] | None = None,
    ) -> None:
        """Comme `query`, hors de la file : ce qui suit n'attend pas une sauvegarde qui dure.

        Pour les seuls gestes longs de `verrou.gate.WITHOUT_THE_BASE`. Fermer n'attend pas ce
        travail : il échoue au premier geste après, et n'a rien emporté.
        """
        whole = partial(work, cast("OpenedCahier", self._cahier))
        job = self._job(whole, then, failed or self._tell, owner, counts=lambda: False)
        threading.Thread(target=job, name=THREAD_NAME, daemon=True).start()

    def leave(self) -> None:
        """Annonce la fermeture : si ce qui vient ensuite en file échoue, `close` le dira."""
        self._leaving = True

    def close(self, tell: Callable[[], None] = lambda: None) -> Closed:
        """Achève ce qui est en file, ferme le cahier ; deux secondes au plus.

        `tell` est appelé si cela dure. Un travail plus long que la patience continue sans le
        cahier : il échoue au premier geste et défait ce qu'il a commencé.
        """
        self._closing = True
        for last in (self._close_cahier, None):
            self._jobs.put(last)
        ended = self._end(tell)
        if self._fault is not None:
            sys.excepthook(type(self._fault), self._fault, self._fault.__traceback__)
        if not ended:
            return Closed.pending
        return Closed.lost if self._lost else Closed.whole

    def _end(self, tell: Callable[[], None]) -> bool:
        if self._one_ends(QUIET_S):
            return True
        tell()
        if self._one_ends(PATIENCE_S):
            return True
        # Un second fil écrit ce qui attend derrière le travail qui dure, puis ferme le cahier.
        self._jobs.put(None)
        self._start()
        return self._one_ends(PATIENCE_S)

    def wait_closed(self, seconds: float) -> None:
        """Après `Closed.pending` : attend, hors du fil de la fenêtre, que le cahier soit rendu."""
        self._one_ends(seconds)

    def _one_ends(self, seconds: float) -> bool:
        """Vrai si le dernier fil lancé a fini : il ne finit qu'une fois le cahier fermé."""
        self._threads[-1].join(seconds)
        return not self._threads[-1].is_alive()

    def _start(self) -> None:
        thread = threading.Thread(target=self._loop, name=THREAD_NAME, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _close_cahier(self) -> None:
        if self._cahier is not None:
            self._cahier.close()
            self._cahier = None

    def _on_cahier(
        self, work: Callable[[OpenedCahier], T], see: Callable[[OpenedCahier], OpenedCahier]
    ) -> T:
        assert self._cahier is not None, "le cahier n'est pas ouvert"
        return work(see(cast("OpenedCahier", self._cahier)))

    def _tell(self, error: ErreurConnue) -> None:
        self.failed.emit(error.phrase)

    def _submit(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[ErreurConnue], None],
        owner: QObject,
    ) -> None:
        last = self._leaving
        self._jobs.put(self._job(work, then, failed, owner, lambda: last or self._closing))

    def _job(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[ErreurConnue], None],
        owner: QObject,
        counts: Callable[[], bool],
    ) -> Job:
        """Le travail, sa réponse et ses échecs ; `counts` : si un échec perd ce qu'on attendait."""

        def job() -> None:
            losing = counts()
            try:
                answer = partial(then, work())
            except ErreurConnue as error:
                answer = partial(failed, error)
                self._lost |= losing
            except Exception as error:
                answer = partial(_raise, error)
                self._note_fault(error, losing)
            if not self._closing:
                self._posted.emit((owner, answer))

        self._pending += 1
        return job

    def _note_fault(self, error: Exception, counts: bool) -> None:
        """Qui ferme n'attend plus de réponse : un défaut se dira à la fin de la fermeture."""
        self._lost |= counts
        if self._closing and not isinstance(error, Verrouille):
            self._fault = error

    def _loop(self) -> None:
        while True:
            with self._taking:
                job = self._jobs.get()
                if job is None:
                    return
                if self._closing:
                    # Deux fils peuvent finir ensemble : ce qui est pris en premier l'est jusqu'au
                    # bout, sans quoi la fermeture doublerait un brouillon.
                    job()
                    continue
            job()

    def _pass_on(self, reported: tuple[QObject, Callable[[], None]]) -> None:
        owner, word = reported
        if shiboken6.isValid(owner) and not self._closing:
            word()

    def _deliver(self, posted: tuple[QObject, Callable[[], None]]) -> None:
        self._pending -= 1
        owner, answer = posted
        if shiboken6.isValid(owner) and not self._closing:
            answer()


# L'anonymisation pèse lourd au départ, et ne sert ici qu'en projection.
def _veil_of_cahier() -> Callable[[OpenedCahier], OpenedCahier]:
    from tat_carnet.usecases.projeter import projete

    return projete


def _veil() -> Callable[[T], T]:
    from tat_carnet.anonymisation.projection import projeter

    return projeter


def _whole(value: T) -> T:
    """Hors projection, rien n'est retiré."""
    return value


def _raise(error: Exception) -> None:
    """Un défaut du programme, levé dans le fil de la fenêtre, où il sera dit."""
    raise error


def wait_for_last_jobs(seconds: float) -> None:
    """Avant de quitter : laisse un travail coupé défaire ce qu'il a écrit, `seconds` au plus."""
    deadline = monotonic() + seconds
    for thread in threading.enumerate():
        if thread.name == THREAD_NAME:
            thread.join(max(0.0, deadline - monotonic()))
