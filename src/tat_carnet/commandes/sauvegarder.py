"""`tat-carnet sauvegarder` : une sauvegarde de plus, relue."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tat_carnet.store.cahier import unlock
from tat_carnet.store.sauvegardes import free_moment


def sauvegarder(cahier: Path, destination: Path, secret: str) -> str:
    """Sauvegarde `cahier` dans le dossier `destination` ; rend la phrase à dire.

    Lève ce que lèvent `unlock` et `backup` : l'original et les sauvegardes d'avant sont alors
    tels qu'ils étaient.
    """
    with unlock(cahier, secret) as opened:
        made = opened.backup(free_moment(destination, datetime.now()), destination)
    return f"La sauvegarde « {made.name} » est faite et relue. Elle est dans {destination}."
