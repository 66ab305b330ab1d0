"""Inférence : tout ce que le document dit d'un groupe relève d'une même chose sensible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tat_carnet.anonymisation.risque.exposition import Expose, Pas
from tat_carnet.domain.vocabulaire import FAMILLE_DU_TYPE, Famille, Public, TrancheAge

SENSIBLES: Final = frozenset({Famille.revente, Famille.sante, Famille.familles})
"""Ce qu'on prêterait à tout un groupe : la revente, la santé, la vie d'une famille."""

_GROUPE: Final = 2
"""Faits à partir desquels un document parle d'un groupe : un seul relève de l'isolement."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """Un groupe dont tous les faits sont d'une même famille sensible, et ce qui le tairait."""

    lieu: str
    famille: Famille
    tranche_age: TrancheAge | None
    publics: frozenset[Public]
    references: tuple[str, ...]
    pas: frozenset[Pas]


def deductions(exposes: Sequence[Expose]) -> tuple[Deduction, ...]:
    """Les groupes (lieu, âge, publics) du document dont on déduirait un trait pour tous."""
    groupes: dict[tuple[str, TrancheAge | None, frozenset[Public]], list[Expose]] = {}
    for expose in exposes:
        if expose.dit_qui:
            lue = expose.lue()
            groupes.setdefault((lue.lieu, lue.tranche_age, lue.publics), []).append(expose)
    trouvees = []
    for (lieu, tranche, publics), groupe in groupes.items():
        famille = FAMILLE_DU_TYPE[groupe[0].type]
        commune = all(FAMILLE_DU_TYPE[expose.type] is famille for expose in groupe)
        if len(groupe) >= _GROUPE and commune and famille in SENSIBLES:
            tus = {Pas.age} if tranche else set()
            pas = frozenset(tus | ({Pas.publics} if publics else set()))
            references = tuple(expose.reference for expose in groupe)
            trouvees.append(Deduction(lieu, famille, tranche, publics, references, pas))
    return tuple(trouvees)
