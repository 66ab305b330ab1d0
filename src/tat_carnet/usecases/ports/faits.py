"""Ce que les gestes demandent au cahier : les faits, et leur recherche."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre


class Faits(Protocol):
    """Les faits, et leur recherche."""

    def save_fait(self, fait: Fait) -> None:
        """Écrit un fait vérifié et son index de recherche."""

    def fait(self, fait_id: str) -> Fait:
        """Le fait de cet identifiant ; `KeyError` sinon."""

    def delete_fait(self, fait_id: str) -> None:
        """Efface un fait, son index compris ; sans effet s'il n'existe pas."""

    def faits(self, filtre: Filtre, limite: int = 200, depuis: int = 0) -> Sequence[Fait]:
        """Une page de faits, le plus récent d'abord (instant, puis ordre d'écriture)."""

    def count_faits(self, filtre: Filtre) -> int:
        """Combien de faits répondent au filtre."""
