"""Ce qui reste dans le cahier, et pourquoi : combien de chaque, accordé."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Attestation
from tat_carnet.ui.typographie import compte

DITES: Final = {
    Attestation.rumeur: ("rumeur", "rumeurs"),
    Attestation.infirme: ("fait infirmé en réunion", "faits infirmés en réunion"),
}
RUMEUR: Final = " Une rumeur observée ou rapportée depuis change d’attestation, et sort alors."


def refused_sentence(refuses: Sequence[tuple[Fait, str]]) -> str:
    """« 3 faits restent dans le cahier : 2 rumeurs, et 1 fait infirmé en réunion. »

    D'un seul, la phrase qui le dit en entier ; d'un degré trop faible, combien en sont.
    """
    if len(refuses) == 1:
        return refuses[0][1]
    numbers = Counter(fait.attestation for fait, _ in refuses)
    parts = [_said(degree, count) for degree, count in numbers.items()]
    listed = ", et ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    more = RUMEUR if Attestation.rumeur in numbers else ""
    return f"{len(refuses)} faits restent dans le cahier : {listed}.{more}"


def _said(degree: Attestation, count: int) -> str:
    if degree in DITES:
        return compte(count, *DITES[degree])
    too_weak = compte(count, "fait seulement", "faits seulement")
    return f"{too_weak} « {libelle(degree)} », et ce document demande plus solide"
