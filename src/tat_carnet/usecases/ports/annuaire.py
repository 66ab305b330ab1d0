"""Ce que les gestes demandent au cahier : l'annuaire."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from tat_carnet.domain.partenaire import Echange, FiltreAnnuaire, Partenaire


class Annuaire(Protocol):
    """Les structures, leurs fonctions, ce qu'on s'est dit."""

    def save_partenaires(self, partenaires: Iterable[Partenaire]) -> None:
        """Écrit ces fiches vérifiées, toutes ou aucune."""

    def partenaire(self, partenaire_id: str) -> Partenaire:
        """La fiche de cet identifiant ; `KeyError` sinon."""

    def partenaires(
        self, filtre: FiltreAnnuaire, limite: int = 200, depuis: int = 0
    ) -> Sequence[Partenaire]:
        """Une page de fiches, dans l'ordre alphabétique."""

    def count_partenaires(self, filtre: FiltreAnnuaire) -> int:
        """Combien de fiches répondent."""

    def merge_partenaires(self, gardee: Partenaire, autre_id: str) -> None:
        """Écrit la fiche fusionnée, lui donne échanges et courriers de l'autre, efface l'autre."""

    def delete_partenaire(self, partenaire_id: str) -> bool:
        """Efface une fiche et ses échanges ; faux si un courrier la nomme."""

    def save_echange(self, echange: Echange) -> None:
        """Écrit un échange."""

    def echanges(self, partenaire_id: str) -> Sequence[Echange]:
        """Les échanges avec une structure, le plus récent d'abord."""
