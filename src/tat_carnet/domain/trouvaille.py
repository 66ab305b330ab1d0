"""Ce que la recherche trouve hors des faits : un lieu, une tournée, une situation…"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from tat_carnet.domain.brut import TexteBrut


class GenreTrouvaille(StrEnum):
    """Le nom du métier où l'on a trouvé."""

    site = auto()
    tournee = auto()
    situation = auto()
    echeance = auto()
    courrier = auto()
    reunion = auto()
    decision = auto()
    partenaire = auto()


@dataclass(frozen=True, slots=True)
class Trouvaille:
    """Une chose trouvée : son genre, son identifiant, ce qu'on en lit (brut)."""

    genre: GenreTrouvaille
    id: str
    titre: TexteBrut
    precision: TexteBrut
