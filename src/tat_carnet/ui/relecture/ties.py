"""Dire que deux passages parlent de la même personne, ou ne plus le dire."""

from __future__ import annotations

from typing import Any, Final

from tat_carnet.ui.relecture.alert_words import Tie
from tat_carnet.ui.typographie import compte
from tat_carnet.usecases.relecture import Dossier

TIED: Final = (
    "Le document dira que c’est la même personne : qui lit ces passages ensemble la reconnaîtra "
    "plus aisément."
)
UNTIED: Final = "Rien ne relie plus ces passages."


def ties_of(dossier: Dossier[Any], rank: int) -> dict[int, Tie]:
    """Les alertes de cette étape dont le terme se retrouve dans d'autres."""
    return {
        rang: Tie(len(lien.passages) - 1, dossier.relies.est_relie(lien))
        for rang, lien in dossier.relies.depuis(rank).items()
    }


def tie(dossier: Dossier[Any], rank: int, rang: int) -> str:
    """Relie, ou délie, cette alerte ; rend ce qu'il faut en dire, rien s'il n'y a pas de quoi."""
    lien = dossier.relies.depuis(rank).get(rang)
    if lien is None:
        return ""
    tied = not dossier.relies.est_relie(lien)
    changed = dossier.relies.relier(lien, oui=tied)
    passages = compte(len(changed), "passage a changé", "passages ont changé")
    return f"{TIED if tied else UNTIED} {passages} : à relire."
