"""Ce que les gestes demandent au cahier : les situations et les échéances."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.situation import Situation


class Situations(Protocol):
    """Les situations, sous leur code."""

    def save_situation(self, situation: Situation) -> None:
        """Écrit une situation vérifiée, ses étapes et ses liens ; un fait inconnu est ignoré."""

    def situation(self, situation_id: str) -> Situation:
        """La situation de cet identifiant ; `KeyError` sinon."""

    def situations(self) -> Sequence[Situation]:
        """Toutes, le dernier contact le plus récent d'abord."""

    def delete_situation(self, situation_id: str) -> None:
        """Efface une situation, ses étapes et ses échéances ; sans effet si elle n'existe pas."""


class Echeances(Protocol):
    """Ce qui vient."""

    def save_echeance(self, echeance: Echeance) -> None:
        """Écrit une échéance vérifiée."""

    def echeances(self) -> Sequence[Echeance]:
        """Toutes, par jour, la plus ancienne d'abord."""

    def echeances_a_regler(self, jour: date | None = None) -> Sequence[Echeance]:
        """Celles qui attendent encore, sauf d'une situation finie ; par jour de la première fois.

        `jour` : sans celles dont le rappel est après ; une annuelle y est toujours.
        """

    def delete_echeance(self, echeance_id: str) -> None:
        """Efface une échéance ; sans effet si elle n'existe pas."""
