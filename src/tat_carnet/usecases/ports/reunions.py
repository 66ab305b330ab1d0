"""Ce que les gestes demandent au cahier : les réunions et leurs décisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from tat_carnet.domain.reunion import Decision, Reunion


class Reunions(Protocol):
    """Les réunions, décisions comprises."""

    def save_reunion(self, reunion: Reunion) -> None:
        """Écrit d'un bloc une réunion vérifiée et ses décisions."""

    def reunion(self, reunion_id: str) -> Reunion:
        """La réunion de cet identifiant ; `KeyError` sinon."""

    def reunions(self, au: date | None = None, limite: int = -1) -> Sequence[Reunion]:
        """La plus récente d'abord ; `au` : sans celles d'après ; `limite` négative : toutes."""

    def reunions_entre(self, du: date, au: date) -> Sequence[Reunion]:
        """Celles de ces jours, bornes comprises, la plus proche d'abord."""

    def decisions_a_suivre(self, prises_avant: date, pour: date) -> Sequence[Decision]:
        """Celles qui attendent, prises avant ce jour, pour cet autre au plus tard, dans l'ordre."""

    def delete_reunion(self, reunion_id: str) -> None:
        """Efface une réunion et ses décisions ; sans effet si elle n'existe pas."""
