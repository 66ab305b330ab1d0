"""Le bilan d'un document : ce qu'il révèle encore, et le mot qu'il mérite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tat_carnet.anonymisation.risque.deduction import Deduction, deductions
from tat_carnet.anonymisation.risque.exposition import Expose
from tat_carnet.anonymisation.risque.isolement import Isolement, isolements
from tat_carnet.anonymisation.risque.recoupement import Recoupement, recoupements
from tat_carnet.domain.sas import Sillage


@dataclass(frozen=True, slots=True)
class Bilan:
    """Ce qui isole, se recoupe, se déduit ; `gardes` : les blocages gardés, motif à l'appui."""

    isolements: tuple[Isolement, ...] = ()
    recoupements: tuple[Recoupement, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    gardes: int = 0

    @property
    def anonyme(self) -> bool:
        """Vrai si aucun des trois critères du G29 n'est en défaut, et que rien n'a été gardé.

        Sinon, le document est pseudonymisé : il reste une donnée personnelle.
        """
        return not (self.isolements or self.recoupements or self.deductions or self.gardes)


def evaluer(
    exposes: Sequence[Expose],
    population: Sequence[Expose],
    sillages: Sequence[Sillage] = (),
    gardes: int = 0,
) -> Bilan:
    """Le bilan d'un document ; `population` : les faits connus, les siens compris."""
    return Bilan(
        isolements(exposes, population),
        recoupements(exposes, sillages, population),
        deductions(exposes),
        gardes,
    )
