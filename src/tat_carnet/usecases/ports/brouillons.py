"""Ce que les gestes demandent au cahier : la saisie en cours."""

from __future__ import annotations

from typing import Protocol

from tat_carnet.domain.fait import Fait


class Brouillons(Protocol):
    """La saisie en cours."""

    def save_brouillon(self, fait: Fait) -> None:
        """Garde la saisie en cours (une seule), même sans site ni type."""

    def brouillon(self) -> Fait | None:
        """La saisie laissée en cours."""

    def clear_brouillon(self) -> None:
        """Oublie la saisie en cours."""
