"""Ce que les gestes demandent au cahier : la frise d'un site."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from tat_carnet.domain.frise import Frise


class Frises(Protocol):
    """Les frises des sites."""

    def frise(self, site_id: str, du: date, au: date) -> Frise:
        """Les faits d'un site et les tournées de son secteur, entre deux jours compris."""
