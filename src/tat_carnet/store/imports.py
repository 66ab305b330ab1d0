"""Les imports : tout entre d'une transaction, tout peut repartir."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

import sqlcipher3

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.importation import Import
from tat_carnet.store.base import Depot
from tat_carnet.store.faits import write_fait
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.recherche import SAME_SECOND, first_rang
from tat_carnet.store.records import save_row, site_to_columns

_KNOWN: Final = """
    SELECT 1 FROM fait JOIN site ON site.numero = fait.site
    WHERE fait.rang BETWEEN ? AND ? AND site.id = ? AND fait.type = ? AND fait.texte_brut = ?
"""
_READ: Final = """
    SELECT import.le, import.empreinte, count(fait.id), count(fait.relu_le), import.id FROM import
    LEFT JOIN fait_importe ON fait_importe.import = import.numero
    LEFT JOIN fait ON fait.id = fait_importe.fait_id
    GROUP BY import.numero ORDER BY import.numero DESC
"""


class Imports(Depot):
    """Les imports d'un cahier (`usecases.ports.Cahier`)."""

    def importer(self, fait: Import, faits: Iterable[Fait], lieux: list[Site]) -> tuple[int, int]:
        """Écrit ces faits et les lieux qu'ils ont fait créer ; rend combien, et les déjà connus.

        Un fait de même instant, lieu, type et texte n'est pas écrit deux fois.
        """
        written = known = places = 0
        with self._base.change() as connection:
            number = connection.execute(
                "INSERT INTO import (id, le, empreinte, sites) VALUES (?, ?, ?, '[]')",
                (fait.id, fait.le.isoformat(), fait.empreinte),
            ).lastrowid
            for un_fait in faits:
                for lieu in lieux[places:]:
                    save_row(connection, "site", site_to_columns(lieu.verified()))
                places = len(lieux)
                if _is_known(connection, un_fait):
                    known += 1
                    continue
                write_fait(connection, un_fait)
                connection.execute(
                    "INSERT INTO fait_importe (fait_id, import) VALUES (?, ?)", (un_fait.id, number)
                )
                written += 1
            connection.execute(
                "UPDATE import SET sites = ?, jeton = random() & 0xFFFFFFFFFF WHERE numero = ?",
                (json.dumps([lieu.id for lieu in lieux[:places]]), number),
            )
            if not written:
                connection.execute("DELETE FROM import WHERE numero = ?", (number,))
        return written, known

    def imports(self) -> Sequence[Import]:
        """Les imports, le dernier fait d'abord, et ce qu'il en reste."""
        return [
            Import(datetime.fromisoformat(le), empreinte, count, reread, import_id)
            for le, empreinte, count, reread, import_id in self._base.rows(_READ)
        ]

    def annuler_import(self, import_id: str, lignes: int) -> bool:
        """Défait au plus `lignes` faits ; au dernier, les lieux créés et restés vides."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            gone = connection.execute(
                "DELETE FROM fait WHERE id IN (SELECT fait_id FROM fait_importe JOIN import "
                "ON import.numero = fait_importe.import WHERE import.id = ? LIMIT ?)",
                (import_id, lignes),
            ).rowcount
            if gone:
                return True
            found = connection.execute(
                "SELECT sites FROM import WHERE id = ?", (import_id,)
            ).fetchone()
            for site_id in json.loads(found[0]) if found else ():
                connection.execute(
                    "DELETE FROM site WHERE id = ? "
                    "AND NOT EXISTS (SELECT 1 FROM fait WHERE fait.site = site.numero)",
                    (site_id,),
                )
            connection.execute("DELETE FROM import WHERE id = ?", (import_id,))
        self._base.checkpoint()
        return False


def _is_known(connection: sqlcipher3.Connection, fait: Fait) -> bool:
    first = first_rang(fait.instant)
    found = connection.execute(
        _KNOWN,
        (first, first + (1 << SAME_SECOND) - 1, fait.site_id, fait.type, fait.texte_brut.lire()),
    )
    return found.fetchone() is not None
