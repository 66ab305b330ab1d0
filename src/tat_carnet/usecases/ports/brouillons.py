"""Ce que les gestes demandent au cahier : la saisie en cours."""

from __future__ import annotations

from typing import Protocol

from tat_carnet.domain.fait import Fait


class Brouillons(Protocol):
    """La saisie en cours."""

    def save_brouillon(self, fait: Fait) -> None:
        """Garde la saisie en cours, même sans site ni type ; une correction a sa place à elle."""

    def brouillon(self) -> Fait | None:
        """La saisie laissée en cours."""

    def correction(self, fait_id: str) -> Fait | None:
        """La correction de ce fait laissée en cours."""

    def clear_brouillon(self, fait_id: str) -> None:
        """Oublie ce qui était en cours pour ce fait, et cela seul."""
