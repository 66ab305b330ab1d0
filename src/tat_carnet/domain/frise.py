"""La frise d'un site : ce qu'on y a noté, devant ce qu'on y a marché."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, Attestation, Famille, TypeFait


@dataclass(frozen=True, slots=True)
class Marque:
    """Un fait sur la frise ; son texte n'est pas lu."""

    instant: datetime
    type: TypeFait
    attestation: Attestation

    @property
    def famille(self) -> Famille:
        """La famille de son type."""
        return FAMILLE_DU_TYPE[self.type]


@dataclass(frozen=True, slots=True)
class Frise:
    """Entre deux jours compris : les marques, et combien de tournées chaque jour où il y en eut."""

    du: date
    au: date
    marques: tuple[Marque, ...]
    tournees: tuple[tuple[date, int], ...]

    @property
    def effort(self) -> int:
        """Le nombre de tournées, « rien à signaler » compris."""
        return sum(count for _, count in self.tournees)
