"""Ce que les gestes demandent au cahier : la liste de masquage."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol


class Masquage(Protocol):
    """La liste de masquage."""

    def termes_masquage(self) -> frozenset[str]:
        """La liste de masquage : des termes, jamais des personnes."""

    def remove_termes_masquage(self, termes: Collection[str]) -> None:
        """Ôte des termes de la liste ; rien n'en reste sur le disque."""

    def add_termes_masquage(self, termes: Collection[str]) -> None:
        """Ajoute des termes à la liste."""
