"""Ce que les gestes demandent au cahier : les lieux."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from tat_carnet.domain.comptes import ComptesSite
from tat_carnet.domain.fait import Site


class Sites(Protocol):
    """Les lieux."""

    def save_site(self, site: Site) -> None:
        """Écrit un site vérifié."""

    def sites(self) -> Sequence[Site]:
        """Tous les sites, le plus récemment employé dans un fait d'abord."""

    def delete_site(self, site_id: str) -> None:
        """Efface un site sans fait ; `KeyError` s'il en a ou n'existe pas."""

    def merge_sites(self, garde_id: str, double_id: str) -> Sequence[str]:
        """Donne au premier les faits et la saisie en cours du second, puis efface celui-ci.

        Rend les identifiants des faits déplacés : `move_faits` les rendrait.
        """

    def move_faits(self, fait_ids: Collection[str], site_id: str) -> None:
        """Donne ces faits à un site ; un fait inconnu est sans effet."""

    def rename_secteur(self, ancien: str, nouveau: str) -> None:
        """Renomme un secteur partout ; s'il existe déjà, les deux n'en font plus qu'un.

        Celui qui existait garde son plan ; les épingles posées sur l'autre plan sont retirées.
        """

    def comptes_site(self, site_id: str, mois: Sequence[date]) -> ComptesSite:
        """Les faits d'un site par famille et par mois, avec les tournées de son secteur."""
