"""Ce que les gestes demandent au cahier : les réglages qui disent quelque chose de lui."""

from __future__ import annotations

from typing import Protocol

from tat_carnet.domain.sauvegarde import SecondDossier
from tat_carnet.domain.vocabulaire import ZoneScolaire


class Reglages(Protocol):
    """Les réglages gardés dans le cahier."""

    def second_dossier(self) -> SecondDossier | None:
        """Le dossier retenu pour les sauvegardes emportées."""

    def retenir_second_dossier(self, second: SecondDossier) -> None:
        """Le retient à la place du précédent."""

    def oublier_second_dossier(self) -> None:
        """Ne le retient plus ; ce qu'il contient y reste."""

    def zone_scolaire(self) -> ZoneScolaire | None:
        """La zone de vacances choisie."""

    def choisir_zone_scolaire(self, zone: ZoneScolaire | None) -> None:
        """Change la zone de vacances, ou n'en retient aucune."""
