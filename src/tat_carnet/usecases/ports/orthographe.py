"""Ce que les gestes demandent au cahier : les mots ajoutés au dictionnaire."""

from __future__ import annotations

from typing import Protocol


class Orthographe(Protocol):
    """Le dictionnaire de ce cahier."""

    def mots_ajoutes(self) -> frozenset[str]:
        """Les mots ajoutés, tels quels."""

    def add_mot(self, mot: str) -> None:
        """Ajoute un mot."""

    def delete_mot(self, mot: str) -> None:
        """Retire un mot ; sans effet s'il n'y est pas."""
