"""Où emporter une copie du cahier, hors de cette machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SecondDossier:
    """Le dossier d'une clé choisi une fois, et l'instant de la dernière sauvegarde qu'il a reçue.

    Il se garde dans le cahier, chiffré : en clair, il dirait quelle clé chercher.
    """

    path: Path
    derniere: datetime | None = None
