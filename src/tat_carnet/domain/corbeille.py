"""La corbeille : un fait effacé se reprend pendant trente jours, puis il n'en reste rien."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.domain.fait import Fait

GARDE: Final = timedelta(days=30)
"""Le temps qu'on laisse pour se raviser."""
PREAVIS: Final = timedelta(days=7)
"""Depuis quand l'accueil prévient qu'un fait va disparaître."""


@dataclass(frozen=True, slots=True)
class FaitJete:
    """Un fait à la corbeille, et depuis quand."""

    fait: Fait
    jete_le: datetime

    @property
    def disparait_le(self) -> date:
        """Le jour où il n'en restera rien."""
        return (self.jete_le + GARDE).date()
