"""Ce que les gestes demandent au cahier : les faits, et leur recherche."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
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
        """Efface un fait pour de bon, son histoire et son index compris ; sans retour possible."""

    def faits(self, filtre: Filtre, limite: int = 200, depuis: int = 0) -> Sequence[Fait]:
        """Une page de faits, le plus récent d'abord (instant, puis ordre d'écriture)."""

    def count_faits(self, filtre: Filtre) -> int:
        """Combien de faits répondent au filtre."""

    def infirmes_cites(self) -> Sequence[Fait]:
        """Les faits infirmés qu'une sortie ou un courrier cite, le plus récent d'abord."""

    def redites(self, filtre: Filtre) -> int:
        """Combien de faits d'un filtre redisent un autre : faits moins redites, les épisodes."""

    def voisins(self, fait: Fait, ecart: timedelta, limite: int = 5) -> Sequence[Fait]:
        """Les faits de même lieu et de même type, à moins de `ecart`, le plus proche d'abord."""

    def corrections(self, texte: str) -> Sequence[tuple[str, Sequence[str]]]:
        """Les mots d'une recherche qui ne sont nulle part, et ceux qu'on cherche à la place."""
