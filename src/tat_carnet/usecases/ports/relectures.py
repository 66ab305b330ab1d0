"""Ce que les gestes demandent au cahier : ce que le sas retient."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from tat_carnet.domain.sas import EssaiIntrus, Levee, Sillage


class Relectures(Protocol):
    """Blocages levés, codes de ce qui est sorti, tests de l'intrus."""

    def append_levees(self, levees: Collection[Levee]) -> None:
        """Retient ces blocages levés et leurs motifs."""

    def levees(self, fait_id: str | None = None) -> Sequence[Levee]:
        """Les blocages levés pour un fait, ou tous, le plus récent d'abord."""

    def sillages(self, references: Collection[str]) -> Sequence[Sillage]:
        """Ce qui est déjà sorti de ces faits, en codes, du plus ancien au plus récent."""

    def append_essai_intrus(self, essai: EssaiIntrus) -> None:
        """Retient les réponses à un test de l'intrus."""

    def essais_intrus(self) -> Sequence[EssaiIntrus]:
        """Les tests de l'intrus, le dernier d'abord."""
