"""L'histoire de ce que vaut un fait : chaque passage d'un degré à l'autre, daté et motivé.

Aucun passage n'est automatique (`domaine.md` §3) : seule `changer` en produit, et il lui faut un
motif. Un démenti se garde comme le reste.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, new_id
from tat_carnet.domain.vocabulaire import Attestation, NatureSource

EN_REUNION = (Attestation.atteste, Attestation.infirme)
"""Les degrés que seule une réunion donne."""


@dataclass(frozen=True, slots=True)
class ChangementAttestation:
    """Un fait a changé de degré ; `reunion_le` : le jour de la réunion qui l'a décidé."""

    fait_id: str
    ancien: Attestation
    nouveau: Attestation
    le: datetime
    motif: TexteBrut
    reunion_le: date | None = None
    id: str = field(default_factory=new_id)


def changer(
    fait: Fait,
    nouveau: Attestation,
    motif: TexteBrut,
    le: datetime,
    *,
    reunion_le: date | None = None,
    natures_source: Sequence[NatureSource] | None = None,
) -> tuple[Fait, ChangementAttestation]:
    """Le fait à son nouveau degré, et la ligne de son histoire.

    `natures_source` remplace les sources quand on recoupe. `SaisieIncomplete` si le degré est le
    même, si le motif manque, si « recoupé » n'a pas deux natures de source, ou si « attesté » et
    « infirmé » n'ont pas de réunion, ou une réunion à venir.
    """
    if nouveau is fait.attestation:
        raise SaisieIncomplete("Ce fait est déjà à ce degré.", champ="attestation")
    if not motif:
        raise SaisieIncomplete("Dites pourquoi en quelques mots : le motif reste.", champ="motif")
    reunion = reunion_le if nouveau in EN_REUNION else None
    if reunion is not None and reunion > le.date():
        raise SaisieIncomplete("Cette réunion n’a pas encore eu lieu.", champ="reunion_le")
    change = replace(
        fait,
        attestation=nouveau,
        reunion_le=reunion,
        natures_source=fait.natures_source if natures_source is None else tuple(natures_source),
    ).verified()
    return change, ChangementAttestation(fait.id, fait.attestation, nouveau, le, motif, reunion)
