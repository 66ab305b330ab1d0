"""Ce que les gestes demandent au cahier : les réunions et leurs décisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tat_carnet.domain.reunion import Reunion


class Reunions(Protocol):
    """Les réunions, décisions comprises."""

    def save_reunion(self, reunion: Reunion) -> None:
        """Écrit d'un bloc une réunion vérifiée et ses décisions."""

    def reunion(self, reunion_id: str) -> Reunion:
        """La réunion de cet identifiant ; `KeyError` sinon."""

    def reunions(self) -> Sequence[Reunion]:
        """Toutes, la plus récente d'abord."""

    def delete_reunion(self, reunion_id: str) -> None:
        """Efface une réunion et ses décisions ; sans effet si elle n'existe pas."""
