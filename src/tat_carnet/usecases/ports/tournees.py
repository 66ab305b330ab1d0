"""Ce que les gestes demandent au cahier : les tournées, et l'effort qu'elles font."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.relu import Effort


class Tournees(Protocol):
    """Les tournées, et l'effort qu'elles font."""

    def save_tournee(self, tournee: Tournee) -> None:
        """Écrit une tournée vérifiée (nouvelle ou modifiée, selon son identifiant)."""

    def tournee(self, tournee_id: str) -> Tournee:
        """La tournée de cet identifiant ; `KeyError` sinon."""

    def open_tournee(self) -> Tournee | None:
        """La plus récente tournée non terminée, s'il y en a une."""

    def tournees(self, limite: int = 50) -> Sequence[Tournee]:
        """Les tournées, la plus récente d'abord."""

    def tournees_entre(self, du: date, au: date) -> Sequence[Tournee]:
        """Les tournées entre deux jours compris, la plus ancienne d'abord."""

    def delete_tournee(self, tournee_id: str) -> None:
        """Efface une tournée ; ses faits restent, hors tournée."""

    def effort(self, du: date, au: date, secteur: str | None = None) -> Effort:
        """Nombre de tournées, et de « rien à signaler », entre deux jours compris.

        `secteur` n'en compte que les siennes.
        """

    def secteurs(self) -> Sequence[str]:
        """Les secteurs connus (tournées et sites), le plus récemment employé d'abord."""
