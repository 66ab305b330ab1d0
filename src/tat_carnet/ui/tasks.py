"""Le travail en arrière-plan : un seul fil tient le cahier, la fenêtre ne gèle jamais.

`Tasks` offre une demande (`query`) et un changement (`change`). Chacune reçoit une petite fonction
qui nomme le geste ; le résultat revient dans le fil de la fenêtre, sauf si le widget qui attendait
n'existe plus. Les gestes (`usecases`) ne savent rien des fils.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.usecases.ports import Cahier, OpenedCahier

T = TypeVar("T")


Job = Callable[[], None]


class Tasks(QObject):
    """Le fil qui tient le cahier. `changed` dit qu'un changement est écrit, `failed` une phrase."""

    changed = Signal()
    failed = Signal(str)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._cahier: OpenedCahier | None = None
        self._pending = 0
        self._posted.connect(self._deliver)
        self._thread = threading.Thread(target=self._loop, name="cahier", daemon=True)
        self._thread.start()

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
            self._cahier = opening()

        self._submit(work, lambda _: then(), failed, owner)

    def query(
        self,
        work: Callable[[Cahier], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Callable[[ErreurConnue], None] | None = None,
    ) -> None:
        """Lit le cahier puis rend le résultat à `then`."""
        self._submit(partial(self._on_cahier, work), then, failed or self._tell, owner)

    def change(
        self,
        work: Callable[[Cahier], T],
        then: Callable[[T], None],
        owner: QObject,
        failed: Callable[[ErreurConnue], None] | None = None,
    ) -> None:
        """Change le cahier, rend le résultat à `then`, puis annonce `changed`."""

        def done(result: T) -> None:
            then(result)
            self.changed.emit()

        self._submit(partial(self._on_cahier, work), done, failed or self._tell, owner)

    def close(self) -> None:
        """Achève ce qui est commencé, ferme le cahier, arrête le fil ; bloque ce temps-là."""
        self._jobs.put(self._close_cahier)
        self._jobs.put(None)
        self._thread.join()

    def _close_cahier(self) -> None:
        if self._cahier is not None:
            self._cahier.close()
            self._cahier = None

    def _on_cahier(self, work: Callable[[Cahier], T]) -> T:
        assert self._cahier is not None, "le cahier n'est pas ouvert"
        return work(self._cahier)

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
            try:
                answer = partial(then, work())
            except ErreurConnue as error:
                answer = partial(failed, error)
            except Exception as error:
                answer = partial(_raise, error)
            self._posted.emit((owner, answer))

        self._pending += 1
        self._jobs.put(job)

    def _loop(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _deliver(self, posted: tuple[QObject, Callable[[], None]]) -> None:
        self._pending -= 1
        owner, answer = posted
        if shiboken6.isValid(owner):
            answer()


def _raise(error: Exception) -> None:
    """Un défaut du programme, levé dans le fil de la fenêtre, où il sera dit."""
    raise error
