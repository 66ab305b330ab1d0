"""Importer un plan dans le fil du cahier : l'avancement revient à l'écran, un clic arrête tout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.tasks import Tasks
from tat_carnet.usecases.plans import ImportArrete, lire_plan
from tat_carnet.usecases.ports import Cahier


class PlanImport(QObject):
    """Un import à la fois. `progressed` : de 0 à 1 ; `imported` le nom du secteur ; `refused`."""

    progressed = Signal(float)
    imported = Signal(str)
    refused = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stopped = Event()

    def start(self, path: Path, secteur: str) -> None:
        """Lit le fichier et garde le plan ; rien n'est écrit avant que tout soit lu."""
        self._stopped = stopped = Event()
        # Le signal passe d'un fil à l'autre : l'écran n'est touché que dans le sien.
        follow = _follow(stopped, self.progressed.emit)

        def work(cahier: Cahier) -> None:
            plan = lire_plan(path, secteur, follow)
            follow(1.0)
            cahier.save_plan(plan)

        self.progressed.emit(0.0)
        self._tasks.change(work, lambda _: self.imported.emit(secteur), self, self._refuse)

    def stop(self) -> None:
        """Arrête au prochain pas."""
        self._stopped.set()

    def _refuse(self, error: ErreurConnue) -> None:
        self.refused.emit(error.phrase)


def _follow(stopped: Event, tell: Callable[[float], None]) -> Callable[[float], None]:
    def follow(part: float) -> None:
        if stopped.is_set():
            raise ImportArrete
        tell(part)

    return follow
