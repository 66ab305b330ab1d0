"""Quel dictionnaire la machine offre : celui de Hunspell, sinon des formes françaises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

DOSSIERS: Final = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"))
"""Où Debian pose `hunspell-fr-classical` et ses voisins."""
_NOMS: Final = ("fr", "fr_FR")


class Correcteur(Protocol):
    """Un dictionnaire : ce qu'il connaît, ce qu'il propose."""

    def connait(self, mot: str) -> bool:
        """Vrai si ce mot, tel qu'écrit, est français."""

    def suggestions(self, mot: str) -> Sequence[str]:
        """Ce qu'on voulait peut-être écrire, le plus proche d'abord."""


def charger(dossiers: Sequence[Path] = DOSSIERS) -> Correcteur:
    """Le meilleur dictionnaire de la machine. Un quart de seconde : hors du fil de la fenêtre."""
    for dossier in dossiers:
        for nom in _NOMS:
            if (dossier / f"{nom}.dic").is_file() and (dossier / f"{nom}.aff").is_file():
                from tat_carnet.orthographe.hunspell_fr import Hunspell

                return Hunspell(dossier, nom)
    from tat_carnet.orthographe.formes import Formes

    return Formes()
