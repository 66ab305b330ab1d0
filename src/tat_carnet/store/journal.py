"""Le journal des sorties."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.sas import Sillage
from tat_carnet.store.base import Depot, Row
from tat_carnet.store.text import storable

_READ: Final = "SELECT id, le, genre, format, destinataire, empreinte, faits FROM journal"


class Journal(Depot):
    """Le journal d'un cahier : on y ajoute, on n'y corrige rien."""

    def append_journal(self, ligne: LigneJournal, sillages: Collection[Sillage] = ()) -> None:
        """Écrit une ligne au journal des sorties, et ce qu'elle dit en codes, d'un même bloc."""
        values = (
            ligne.id,
            ligne.le.isoformat(),
            ligne.genre,
            ligne.format,
            storable(ligne.destinataire),
            ligne.empreinte,
            json.dumps(ligne.faits),
        )
        with self._base.change() as connection:
            numero = connection.execute(
                "INSERT INTO journal (id, le, genre, format, destinataire, empreinte, faits) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                values,
            ).lastrowid
            connection.executemany(
                "INSERT INTO sillage "
                "(journal, reference, lieu, periode, type, tranche_age, publics) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        numero,
                        sillage.reference,
                        storable(sillage.lieu),
                        sillage.periode,
                        sillage.type,
                        sillage.tranche_age,
                        json.dumps([public.value for public in sillage.publics]),
                    )
                    for sillage in sillages
                ],
            )

    def journal(self, limite: int = -1, depuis: int = 0) -> Sequence[LigneJournal]:
        """Les sorties, la dernière écrite d'abord ; `limite` négative : jusqu'au bout."""
        rows = self._base.rows(f"{_READ} ORDER BY numero DESC LIMIT ? OFFSET ?", (limite, depuis))
        return [_ligne(row) for row in rows]

    def sorties_citant(self, fait_ids: Collection[str]) -> Sequence[LigneJournal]:
        """Les sorties qui citent un au moins de ces faits, la dernière écrite d'abord."""
        if not fait_ids:
            return []
        rows = self._base.rows(
            f"{_READ} WHERE EXISTS (SELECT 1 FROM json_each(journal.faits) AS cite "
            "WHERE cite.value IN (SELECT value FROM json_each(?))) ORDER BY numero DESC",
            (json.dumps(sorted(fait_ids)),),
        )
        return [_ligne(row) for row in rows]


def _ligne(row: Row) -> LigneJournal:
    return LigneJournal(
        id=row[0],
        le=datetime.fromisoformat(row[1]),
        genre=GenreDocument(row[2]),
        format=FormatDocument(row[3]),
        destinataire=row[4],
        empreinte=row[5],
        faits=tuple(json.loads(row[6])),
    )
