"""Changer le degré d'un fait : un geste, un motif, une ligne d'histoire."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tat_carnet.domain.attestation import ChangementAttestation, changer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import Attestation, NatureSource
from tat_carnet.usecases.ports import Cahier


def changer_degre(
    cahier: Cahier,
    fait_id: str,
    nouveau: Attestation,
    motif: TexteBrut,
    le: datetime,
    *,
    reunion_le: date | None = None,
    natures_source: Sequence[NatureSource] | None = None,
) -> tuple[Fait, ChangementAttestation]:
    """Écrit le fait à son nouveau degré, et pourquoi. Mêmes refus que `attestation.changer`."""
    fait, changement = changer(
        cahier.fait(fait_id),
        nouveau,
        motif,
        le,
        reunion_le=reunion_le,
        natures_source=natures_source,
    )
    cahier.save_changement(fait, changement)
    return fait, changement
