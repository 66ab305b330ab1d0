"""Ce que les gestes demandent au cahier : le journal des sorties."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from tat_carnet.domain.journal import LigneJournal
from tat_carnet.domain.sas import Sillage


class Journal(Protocol):
    """Le journal des sorties."""

    def append_journal(self, ligne: LigneJournal, sillages: Collection[Sillage] = ()) -> None:
        """Écrit une ligne au journal des sorties, et les codes de ce qui est sorti."""

    def journal(self, limite: int = -1, depuis: int = 0) -> Sequence[LigneJournal]:
        """Les sorties, la plus récente d'abord ; `limite` au plus, après les `depuis` premières."""

    def sorties_citant(self, fait_ids: Collection[str]) -> Sequence[LigneJournal]:
        """Les sorties qui citent un au moins de ces faits, la plus récente d'abord."""
