"""Ce que les gestes demandent au cahier : les filtres gardés sous un nom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tat_carnet.domain.filtre import FiltreGarde


class Filtres(Protocol):
    """Les filtres gardés."""

    def save_filtre(self, garde: FiltreGarde) -> None:
        """Garde un filtre ; celui du même nom est remplacé."""

    def filtres(self) -> Sequence[FiltreGarde]:
        """Les filtres gardés, par nom."""

    def delete_filtre(self, nom: str) -> None:
        """Oublie un filtre ; sans effet s'il n'existe pas."""
