"""Ce que les gestes demandent au cahier : les lieux."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tat_carnet.domain.fait import Site


class Sites(Protocol):
    """Les lieux."""

    def save_site(self, site: Site) -> None:
        """Écrit un site vérifié."""

    def sites(self) -> Sequence[Site]:
        """Tous les sites, le plus récemment employé dans un fait d'abord."""
