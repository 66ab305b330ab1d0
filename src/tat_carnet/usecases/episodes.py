"""Grouper les redites : plusieurs faits, un seul épisode dans les chiffres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from tat_carnet.domain.fait import Fait, new_id
from tat_carnet.usecases.ports import Cahier

VOISINAGE: Final = timedelta(days=7)
"""Au-delà, un fait semblable est un autre épisode, jusqu'à ce que la personne en décide."""


def redites_possibles(cahier: Cahier, fait: Fait) -> Sequence[Fait]:
    """Les faits de même lieu et de même type, à une semaine près, le plus proche d'abord."""
    if fait.site_id is None or fait.type is None:
        return ()
    return cahier.voisins(fait, VOISINAGE)


def grouper(cahier: Cahier, fait: Fait, avec: Fait) -> Fait:
    """Dit que `fait` redit `avec` : tous deux portent l’épisode de `avec`, ou un neuf."""
    episode = avec.episode_id or new_id()
    if avec.episode_id is None:
        cahier.save_fait(replace(avec, episode_id=episode))
    fait = replace(fait, episode_id=episode)
    cahier.save_fait(fait)
    return fait


def detacher(cahier: Cahier, fait: Fait) -> Fait:
    """Ce fait redevient un épisode à lui seul."""
    fait = replace(fait, episode_id=None)
    cahier.save_fait(fait)
    return fait
