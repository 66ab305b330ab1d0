"""Le plan d'un secteur : un dessin importé, sans une coordonnée du monde.

Une position est une fraction du dessin. Rien ici ne permet de revenir à une latitude.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from tat_carnet.domain.errors import ErreurConnue


class PlanRefuse(ErreurConnue):
    """Ce fichier ne fait pas un plan ; rien n'a été importé."""


@dataclass(frozen=True, slots=True)
class Position:
    """Un point d'un plan : `x` de gauche à droite, `y` de haut en bas, de 0 à 1."""

    x: float
    y: float

    def bornee(self) -> Position:
        """Cette position, ramenée dans le dessin."""
        return Position(min(1.0, max(0.0, self.x)), min(1.0, max(0.0, self.y)))


class GenrePlan(StrEnum):
    """Une image, ou le contour tiré d'un GeoJSON."""

    image = auto()
    contour = auto()


RAPPORT_AU_PLUS: Final = 8.0
"""Au-delà, en large ou en haut, un dessin ne se montre plus : c'est une bande."""

Trait = tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class PlanSecteur:
    """Le plan d'un secteur ; un seul par secteur.

    `rapport` : largeur sur hauteur. Une image est dans `image`, récrite de ses seuls pixels ; un
    contour dans `traits`, en fractions du dessin.
    """

    secteur: str
    rapport: float
    image: bytes = b""
    traits: tuple[Trait, ...] = ()

    @property
    def genre(self) -> GenrePlan:
        """Image ou contour."""
        return GenrePlan.image if self.image else GenrePlan.contour

    def verified(self) -> PlanSecteur:
        """Ce plan, ou `PlanRefuse` s'il est vide ou trop étiré pour se montrer."""
        if not self.image and not self.traits:
            raise PlanRefuse("Ce fichier ne contient rien à dessiner. Rien n’a été importé.")
        if not 1 / RAPPORT_AU_PLUS <= self.rapport <= RAPPORT_AU_PLUS:
            raise PlanRefuse(
                "Ce dessin est trop étiré pour se montrer : recadrez-le, puis recommencez. "
                "Rien n’a été importé."
            )
        return self
