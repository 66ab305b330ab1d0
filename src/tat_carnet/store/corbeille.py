"""La corbeille : un fait effacé y attend, hors de tout ce qui compte et cherche des faits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlcipher3

from tat_carnet.domain.corbeille import FaitJete
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait
from tat_carnet.store.attestations import changements_of
from tat_carnet.store.base import Depot
from tat_carnet.store.faits import FAIT_BY_ID, write_fait
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.records import (
    Columns,
    fait_from_columns,
    fait_from_row,
    fait_to_columns,
    save_row,
)

_NEWEST_FIRST: Final = (
    "SELECT contenu, jete_le FROM corbeille ORDER BY jete_le DESC, numero DESC LIMIT ?"
)
_SITUATIONS: Final = (
    "SELECT situation.id FROM fait_lie JOIN situation ON numero = situation WHERE fait = ?"
)
_LEVEE: Final = ("id", "le", "categorie", "motif", "fait_id")
_LEVEES: Final = f"SELECT {', '.join(_LEVEE)} FROM levee WHERE fait_id = ? ORDER BY numero"
_IMPORT: Final = (
    "SELECT import.id FROM fait_importe JOIN import ON import.numero = import WHERE fait_id = ?"
)


def _around(connection: sqlcipher3.Connection, fait_id: str) -> dict[str, Any]:
    """Ce que l'effacer emporterait : son histoire, ses situations, ses levées, son import."""

    def ids(query: str) -> list[str]:
        return [row[0] for row in connection.execute(query, (fait_id,))]

    return {
        "changements": changements_of(connection, fait_id),
        "situations": ids(_SITUATIONS),
        "levees": [
            dict(zip(_LEVEE, row, strict=True)) for row in connection.execute(_LEVEES, (fait_id,))
        ],
        "imports": ids(_IMPORT),
    }


def _put_back(connection: sqlcipher3.Connection, fait_id: str, content: dict[str, Any]) -> None:
    """Rend au fait ce qui l'entourait ; une situation ou un import effacés depuis n'y sont plus.

    Une corbeille d'avant ne retenait que l'histoire.
    """
    rows: list[tuple[str, Columns]] = [
        *(("changement_attestation", changement) for changement in content["changements"]),
        *(("levee", levee) for levee in content.get("levees", ())),
    ]
    for table, columns in rows:
        save_row(connection, table, columns)
    connection.executemany(
        "INSERT INTO fait_lie (situation, fait) SELECT numero, ? FROM situation WHERE id = ?",
        [(fait_id, situation_id) for situation_id in content.get("situations", ())],
    )
    connection.executemany(
        "INSERT INTO fait_importe (fait_id, import) SELECT ?, numero FROM import WHERE id = ?",
        [(fait_id, import_id) for import_id in content.get("imports", ())],
    )


class Corbeille(Depot):
    """Les faits jetés d'un cahier (`usecases.ports.Cahier`)."""

    def discard_fait(self, fait_id: str, le: datetime) -> None:
        """Met un fait et ce qui l'entoure à la corbeille ; sans effet s'il n'existe pas.

        Ses mots quittent l'index, et le journal WAL.
        """
        with self._base.change() as connection:
            row = connection.execute(FAIT_BY_ID, (fait_id,)).fetchone()
            if row is None:
                return
            content = {
                "fait": fait_to_columns(fait_from_row(row)),
                **_around(connection, fait_id),
            }
            columns = {"id": fait_id, "jete_le": le.isoformat(), "contenu": json.dumps(content)}
            save_row(connection, "corbeille", columns)
            connection.execute("DELETE FROM fait WHERE id = ?", (fait_id,))
        self._base.checkpoint()

    def restore_fait(self, fait_id: str) -> Fait:
        """Reprend un fait et ce qui l'entourait ; `ErreurConnue` si son lieu n'existe plus.

        `KeyError` s'il n'est pas à la corbeille. Si sa tournée n'existe plus, il est repris sans.
        """
        with self._base.change() as connection:
            row = connection.execute(
                "SELECT contenu FROM corbeille WHERE id = ?", (fait_id,)
            ).fetchone()
            if row is None:
                raise KeyError(fait_id)
            content = json.loads(row[0])
            columns = content["fait"]
            known = "SELECT 1 FROM tournee WHERE id = ?"
            if connection.execute(known, (columns["tournee_id"],)).fetchone() is None:
                columns["tournee_id"] = None
            fait = fait_from_columns(columns)
            try:
                write_fait(connection, fait)
            except KeyError:
                raise ErreurConnue(
                    "Le lieu de ce fait n’existe plus. Rien n’est perdu : le fait reste à la "
                    "corbeille. Recréez ce lieu, ou recopiez le texte dans un fait neuf."
                ) from None
            _put_back(connection, fait_id, content)
            connection.execute("DELETE FROM corbeille WHERE id = ?", (fait_id,))
        self._base.checkpoint()
        return fait

    def corbeille(self, limite: int = 200) -> Sequence[FaitJete]:
        """Les faits jetés, le dernier jeté d'abord ; `limite` au plus, négative : tous."""
        return [
            FaitJete(
                fait_from_columns(json.loads(content)["fait"]), datetime.fromisoformat(jete_le)
            )
            for content, jete_le in self._base.rows(_NEWEST_FIRST, (limite,))
        ]

    def count_corbeille(self, avant: datetime) -> int:
        """Combien de faits jetés avant cet instant attendent encore."""
        ((count,),) = self._base.rows(
            "SELECT count(*) FROM corbeille WHERE jete_le < ?", (avant.isoformat(),)
        )
        return int(count)

    def erase_discarded(self, fait_id: str) -> None:
        """Efface pour de bon un fait jeté ; sans effet s'il n'est pas à la corbeille."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.execute("DELETE FROM corbeille WHERE id = ?", (fait_id,))
        self._base.compact()

    def empty_corbeille(self, avant: datetime) -> int:
        """Efface pour de bon les faits jetés avant cet instant ; combien il y en avait.

        Il n'en reste rien, ni dans la table, ni dans une page, ni dans le journal WAL.
        """
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            gone = connection.execute(
                "DELETE FROM corbeille WHERE jete_le < ?", (avant.isoformat(),)
            ).rowcount
        if gone:
            self._base.compact()
        return int(gone)
