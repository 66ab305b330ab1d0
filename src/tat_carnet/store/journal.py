"""Le journal des sorties."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.sas import Sillage
from tat_carnet.store.base import Depot
from tat_carnet.store.text import storable


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

    def journal(self) -> Sequence[LigneJournal]:
        """Les sorties, la dernière écrite d'abord."""
        rows = self._base.rows(
            "SELECT id, le, genre, format, destinataire, empreinte, faits "
            "FROM journal ORDER BY numero DESC"
        )
        return [
            LigneJournal(
                id=row[0],
                le=datetime.fromisoformat(row[1]),
                genre=GenreDocument(row[2]),
                format=FormatDocument(row[3]),
                destinataire=row[4],
                empreinte=row[5],
                faits=tuple(json.loads(row[6])),
            )
            for row in rows
        ]
