"""Le bilan d'un document : ce qu'il révèle encore, et le mot qu'il mérite."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tat_carnet.anonymisation.risque.deduction import Deduction, deductions
from tat_carnet.anonymisation.risque.exposition import Expose
from tat_carnet.anonymisation.risque.isolement import Isolement, isolements
from tat_carnet.anonymisation.risque.reconnaissance import (
    Reconnaissance,
    reconnaissances,
    relies,
)
from tat_carnet.anonymisation.risque.recoupement import Recoupement, recoupements
from tat_carnet.domain.sas import Sillage


@dataclass(frozen=True, slots=True)
class Bilan:
    """Ce qui isole, se recoupe, se déduit, se reconnaît ; `gardes` : les blocages gardés.

    `redits` : des faits déjà sortis, avec leur lieu, que ce récit sans lieu redit.
    """

    isolements: tuple[Isolement, ...] = ()
    recoupements: tuple[Recoupement, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    gardes: int = 0
    reconnaissances: tuple[Reconnaissance, ...] = ()
    redits: tuple[Expose, ...] = ()

    @property
    def anonyme(self) -> bool:
        """Vrai si les critères du G29 tiennent, que nul ne se reconnaît, que rien n'est gardé.

        Sinon, le document est pseudonymisé : il reste une donnée personnelle.
        """
        trouves = (self.isolements, self.recoupements, self.deductions, self.reconnaissances)
        return not (any(trouves) or self.redits or self.gardes)


def evaluer(
    exposes: Sequence[Expose],
    population: Sequence[Expose],
    sillages: Sequence[Sillage] = (),
    gardes: int = 0,
    groupes: Collection[Collection[str]] = (),
) -> Bilan:
    """Le bilan d'un document ; `population` : les faits connus, les siens compris.

    `groupes` : les références des faits que le document dit être de la même personne.
    """
    return Bilan(
        isolements(exposes, population),
        recoupements(exposes, sillages, population),
        deductions(exposes),
        gardes,
        (*relies(exposes, groupes), *reconnaissances(exposes)),
    )
