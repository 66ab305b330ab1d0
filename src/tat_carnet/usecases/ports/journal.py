"""Ce que les gestes demandent au cahier : le journal des sorties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tat_carnet.domain.journal import LigneJournal


class Journal(Protocol):
    """Le journal des sorties."""

    def append_journal(self, ligne: LigneJournal) -> None:
        """Écrit une ligne au journal des sorties."""

    def journal(self) -> Sequence[LigneJournal]:
        """Les sorties, la plus récente d'abord."""
