"""Les sauvegardes d'une session : faites sans qu'on le demande, et leur état dit en une phrase."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from tat_carnet.domain.errors import EcritureImpossible, ErreurConnue
from tat_carnet.domain.filtre import Filtre
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.typographie import jour
from tat_carnet.usecases.coffre import derniere, sauvegarder, sauvegarder_si_besoin
from tat_carnet.usecases.ports import Coffre, OpenedCahier, SauvegardeGardee

FAITS_AU_VERROU: Final = 10_000
"""Au-delà, sauvegarder retarderait le verrouillage : la sauvegarde du jour suffit."""


class Sauvegardes(QObject):
    """Ce que l'on sait des sauvegardes de ce cahier. `changed` : la phrase d'état a changé.

    `second` est le dossier d'une clé choisi pour cette session ; rien ne le retient ensuite.
    """

    changed = Signal()

    def __init__(
        self, tasks: Tasks, coffre: Coffre, clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks, self._coffre, self._clock = tasks, coffre, clock
        self._newest: datetime | None = None
        self._dirty, self._quick = False, True
        self.failure = ""
        self.second: Path | None = None
        tasks.changed.connect(self._soil)

    def start(self) -> None:
        """À l'ouverture : sauvegarde si la dernière a plus d'un jour."""
        now = self._clock()

        def work(cahier: OpenedCahier) -> tuple[datetime, int]:
            return sauvegarder_si_besoin(cahier, self._coffre, now), cahier.count_faits(Filtre())

        self._tasks.query(work, self._started, self, self._failed)

    def back_up(
        self,
        folder: Path | None,
        then: Callable[[], None],
        failed: Callable[[ErreurConnue], None],
    ) -> None:
        """Sauvegarde maintenant, dans `folder` ou près du cahier."""
        now = self._clock()

        def done(newest: datetime | None) -> None:
            self._learn(newest)
            then()

        self._tasks.query(lambda cahier: self._save(cahier, now, folder), done, self, failed)

    def before_lock(self) -> None:
        """Met en file une dernière sauvegarde, s'il y a du nouveau ; un échec se tait.

        Le verrouillage n'attend personne : une sauvegarde trop longue est coupée, sans dommage.
        """
        if not (self._dirty and self._quick):
            return
        now = self._clock()

        def work(cahier: OpenedCahier) -> None:
            for folder in (None, self.second) if self.second else (None,):
                with suppress(ErreurConnue):
                    self._save(cahier, now, folder)

        self._tasks.query(work, lambda _: None, self)

    def describe(self, today: date) -> tuple[str, bool]:
        """« Sauvegarde : à jour », et s'il faut s'en occuper ; vide tant qu'on ne sait pas."""
        if self.failure:
            return (
                f"Sauvegarde : pas faite. Vos notes, elles, sont gardées. {self._age(today)}",
                True,
            )
        if self._newest is None:
            return "", False
        if self.second is not None and not self.second.is_dir():
            return "Sauvegarde : la clé n’est plus branchée. Une copie reste ici.", True
        late = not 0 <= (today - self._newest.date()).days <= 1
        return f"Sauvegarde : {self._age(today)}", late

    def _age(self, today: date) -> str:
        if self._newest is None:
            return "Aucune n’existe encore."
        days = (today - self._newest.date()).days
        if self.failure or days < 0:
            return f"La dernière est du {jour(self._newest.date(), annee=True)}."
        return "à jour" if days <= 1 else f"il y a {days} jours"

    def _save(self, cahier: OpenedCahier, now: datetime, folder: Path | None) -> datetime | None:
        """Rend l'instant d'une sauvegarde faite près du cahier ; rien si elle est sur une clé."""
        if folder is not None and not folder.is_dir():
            raise EcritureImpossible(
                "La clé n’est pas branchée, ou son dossier a disparu. Rien n’est perdu : "
                "branchez-la, puis recommencez."
            )
        moment = sauvegarder(cahier, self._coffre, now, folder)
        return moment if folder is None else None

    def _soil(self) -> None:
        self._dirty = True

    def _started(self, answer: tuple[datetime, int]) -> None:
        newest, count = answer
        self._quick = count <= FAITS_AU_VERROU
        self._learn(newest)

    def _learn(self, newest: datetime | None) -> None:
        if newest is not None:
            self._newest, self.failure, self._dirty = newest, "", False
        self.changed.emit()

    def _failed(self, error: ErreurConnue) -> None:
        """Garde la phrase, et cherche de quand date la dernière, pour ne pas inquiéter à tort."""
        self.failure = error.phrase
        self._tasks.query(lambda _: derniere(self._coffre.sauvegardes()), self._found, self)

    def _found(self, kept: SauvegardeGardee | None) -> None:
        self._newest = kept.faite_le if kept else None
        self.changed.emit()
