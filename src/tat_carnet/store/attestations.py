"""L'histoire des degrés d'attestation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import sqlcipher3

from tat_carnet.domain.attestation import ChangementAttestation
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import Attestation
from tat_carnet.store.base import Depot
from tat_carnet.store.faits import write_fait
from tat_carnet.store.records import Columns, save_row

_COLUMNS: Final = ("id", "fait_id", "ancien", "nouveau", "le", "motif", "reunion_le")
_OF_FAIT: Final = (
    f"SELECT {', '.join(_COLUMNS)} FROM changement_attestation WHERE fait_id = ? ORDER BY numero"
)


def changement_to_columns(changement: ChangementAttestation) -> Columns:
    """Les colonnes d'un changement, sans son numéro."""
    reunion = changement.reunion_le
    return {
        "id": changement.id,
        "fait_id": changement.fait_id,
        "ancien": changement.ancien.value,
        "nouveau": changement.nouveau.value,
        "le": changement.le.isoformat(),
        "motif": changement.motif.lire(),
        "reunion_le": reunion.isoformat() if reunion else None,
    }


def _changement(columns: dict[str, Any]) -> ChangementAttestation:
    reunion = columns["reunion_le"]
    return ChangementAttestation(
        fait_id=columns["fait_id"],
        ancien=Attestation(columns["ancien"]),
        nouveau=Attestation(columns["nouveau"]),
        le=datetime.fromisoformat(columns["le"]),
        motif=TexteBrut(columns["motif"]),
        reunion_le=date.fromisoformat(reunion) if reunion else None,
        id=columns["id"],
    )


def changements_of(connection: sqlcipher3.Connection, fait_id: str) -> list[Columns]:
    """Les colonnes des changements d'un fait, du plus ancien au plus récent."""
    rows = connection.execute(_OF_FAIT, (fait_id,)).fetchall()
    return [dict(zip(_COLUMNS, row, strict=True)) for row in rows]


class Attestations(Depot):
    """Les changements de degré d'un cahier (`usecases.ports.Cahier`)."""

    def save_changement(self, fait: Fait, changement: ChangementAttestation) -> None:
        """Écrit d'un bloc le fait à son nouveau degré et la ligne de son histoire."""
        with self._base.change() as connection:
            write_fait(connection, fait)
            save_row(connection, "changement_attestation", changement_to_columns(changement))

    def changements(self, fait_id: str) -> Sequence[ChangementAttestation]:
        """L'histoire d'un fait, du premier changement au dernier."""
        rows = self._base.rows(_OF_FAIT, (fait_id,))
        return [_changement(dict(zip(_COLUMNS, row, strict=True))) for row in rows]
