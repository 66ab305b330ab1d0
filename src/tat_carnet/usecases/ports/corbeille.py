"""Ce que les gestes demandent au cahier : la corbeille."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from tat_carnet.domain.corbeille import FaitJete
from tat_carnet.domain.fait import Fait


class Corbeille(Protocol):
    """Les faits jetés, qu'on peut encore reprendre."""

    def discard_fait(self, fait_id: str, le: datetime) -> None:
        """Met un fait et son histoire à la corbeille ; sans effet s'il n'existe pas."""

    def restore_fait(self, fait_id: str) -> Fait:
        """Reprend un fait et son histoire ; `ErreurConnue` si son lieu n'existe plus."""

    def corbeille(self, limite: int = ...) -> Sequence[FaitJete]:
        """Les faits jetés, le dernier jeté d'abord ; `limite` au plus, négative : tous."""

    def count_corbeille(self, avant: datetime) -> int:
        """Combien de faits jetés avant cet instant attendent encore."""

    def erase_discarded(self, fait_id: str) -> None:
        """Efface pour de bon un fait jeté ; sans effet s'il n'est pas à la corbeille."""

    def empty_corbeille(self, avant: datetime) -> int:
        """Efface pour de bon les faits jetés avant cet instant ; combien il y en avait.

        `PurgeSuspendue` pendant une réquisition, comme tout ce qui efface.
        """
