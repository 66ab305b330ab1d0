"""Ce que les gestes demandent au cahier : l'histoire des degrés d'attestation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tat_carnet.domain.attestation import ChangementAttestation
from tat_carnet.domain.fait import Fait


class Attestations(Protocol):
    """L'histoire des degrés d'attestation."""

    def save_changement(self, fait: Fait, changement: ChangementAttestation) -> None:
        """Écrit d'un bloc le fait à son nouveau degré et la ligne de son histoire."""

    def changements(self, fait_id: str) -> Sequence[ChangementAttestation]:
        """L'histoire d'un fait, du premier changement au dernier."""
