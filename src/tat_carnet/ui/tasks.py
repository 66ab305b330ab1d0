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
from typing import Any, Final, TypeVar, cast

import shiboken6
from PySide6.QtCore import QObject, Signal

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.verrou.gate import Gate, Verrouille
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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._cahier: Gate | None = None
        self._pending = 0
        self._closing = False
        self._lost = False
        self._fault: Exception | None = None
        self._posted.connect(self._deliver)
        self._thread = self._start()

    @property
    def idle(self) -> bool:
        """Vrai si rien n'est en attente (pour les essais et la fermeture)."""
        return self._pending == 0

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
        """Lit le cahier puis rend le résultat à `then`."""
        self._submit(partial(self._on_cahier, work), then, failed or self._tell, owner)

    def change(
        self,
        work: Callable[[OpenedCahier], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Callable[[ErreurConnue], None] | None = None,
    ) -> None:
        """Change le cahier, rend le résultat à `then`, puis annonce `changed`."""

        def done(result: T) -> None:
            then(result)
            self.changed.emit()

        self._submit(partial(self._on_cahier, work), done, failed or self._tell, owner)

    def close(self, tell: Callable[[], None] = lambda: None) -> bool:
        """Achève ce qui est en file, ferme le cahier ; deux secondes au plus.

        `tell` est appelé si cela dure. Vrai si tout est écrit et le cahier fermé. Un travail plus
        long que la patience continue sans le cahier : il échoue au premier geste et défait ce
        qu'il a commencé.
        """
        self._closing = True
        for last in (self._close_cahier, None):
            self._jobs.put(last)
        ended = self._end(tell)
        if self._fault is not None:
            sys.excepthook(type(self._fault), self._fault, self._fault.__traceback__)
        return ended and not self._lost

    def _end(self, tell: Callable[[], None]) -> bool:
        if _ended(self._thread, QUIET_S):
            return True
        tell()
        return _ended(self._thread, PATIENCE_S) or self._relieve()

    def _relieve(self) -> bool:
        """Un second fil écrit ce qui attend derrière le travail qui dure, puis ferme le cahier."""
        self._jobs.put(None)
        return _ended(self._start(), PATIENCE_S)

    def _start(self) -> threading.Thread:
        thread = threading.Thread(target=self._loop, name=THREAD_NAME, daemon=True)
        thread.start()
        return thread

    def _close_cahier(self) -> None:
        if self._cahier is not None:
            self._cahier.close()
            self._cahier = None

    def _on_cahier(self, work: Callable[[OpenedCahier], T]) -> T:
        assert self._cahier is not None, "le cahier n'est pas ouvert"
        return work(cast(OpenedCahier, self._cahier))

    def _tell(self, error: ErreurConnue) -> None:
        self.failed.emit(error.phrase)

    def _submit(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[ErreurConnue], None],
        owner: QObject,
    ) -> None:
        def job() -> None:
            last = self._closing
            try:
                answer = partial(then, work())
            except ErreurConnue as error:
                answer = partial(failed, error)
                self._lost |= last
            except Exception as error:
                answer = partial(_raise, error)
                self._lost |= last
                self._note_fault(error)
            if not self._closing:
                self._posted.emit((owner, answer))

        self._pending += 1
        self._jobs.put(job)

    def _note_fault(self, error: Exception) -> None:
        """Qui ferme n'attend plus de réponse : un défaut se dira à la fin de la fermeture."""
        if self._closing and not isinstance(error, Verrouille):
            self._fault = error

    def _loop(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _deliver(self, posted: tuple[QObject, Callable[[], None]]) -> None:
        self._pending -= 1
        owner, answer = posted
        if shiboken6.isValid(owner) and not self._closing:
            answer()


def _raise(error: Exception) -> None:
    """Un défaut du programme, levé dans le fil de la fenêtre, où il sera dit."""
    raise error


def _ended(thread: threading.Thread, seconds: float) -> bool:
    thread.join(seconds)
    return not thread.is_alive()


def wait_for_last_jobs(seconds: float) -> None:
    """Avant de quitter : laisse un travail coupé défaire ce qu'il a écrit, `seconds` au plus."""
    deadline = monotonic() + seconds
    for thread in threading.enumerate():
        if thread.name == THREAD_NAME:
            thread.join(max(0.0, deadline - monotonic()))
