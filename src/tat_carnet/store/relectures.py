"""Ce que le sas retient : blocages levés, codes de ce qui est sorti, tests de l'intrus."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.sas import EssaiIntrus, Levee, Sillage
from tat_carnet.domain.vocabulaire import Public, TrancheAge, TypeFait
from tat_carnet.store.base import Depot
from tat_carnet.store.text import storable

_PAQUET = 500
"""Références demandées à la fois : bien moins que SQLite n'admet de paramètres."""


class Relectures(Depot):
    """Ce que le sas retient d'un cahier (`usecases.ports.Cahier`)."""

    def append_levees(self, levees: Collection[Levee]) -> None:
        """Écrit ces levées d'un bloc."""
        with self._base.change() as connection:
            connection.executemany(
                "INSERT INTO levee (id, le, categorie, motif, fait_id, passage) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (
                        levee.id,
                        levee.le.isoformat(),
                        levee.categorie,
                        storable(levee.motif.lire()),
                        levee.fait_id,
                        levee.passage,
                    )
                    for levee in levees
                ],
            )

    def levees(self, fait_id: str | None = None) -> Sequence[Levee]:
        """Les levées d'un fait, ou toutes, la plus récente d'abord."""
        rows = self._base.rows(
            "SELECT id, le, categorie, motif, fait_id, passage FROM levee "
            "WHERE ?1 IS NULL OR fait_id = ?1 ORDER BY numero DESC",
            (fait_id,),
        )
        return [
            Levee(datetime.fromisoformat(row[1]), row[2], TexteBrut(row[3]), row[4], row[0], row[5])
            for row in rows
        ]

    def sillages(self, references: Collection[str]) -> Sequence[Sillage]:
        """Ce qui est déjà sorti de ces faits."""
        wanted, found = sorted(references), []
        for start in range(0, len(wanted), _PAQUET):
            some = wanted[start : start + _PAQUET]
            found += self._base.rows(
                "SELECT reference, lieu, periode, type, tranche_age, publics FROM sillage "
                f"WHERE reference IN ({', '.join('?' * len(some))}) ORDER BY numero",
                some,
            )
        return [
            Sillage(
                reference=row[0],
                lieu=row[1],
                periode=row[2],
                type=TypeFait(row[3]),
                tranche_age=None if row[4] is None else TrancheAge(row[4]),
                publics=tuple(map(Public, json.loads(row[5]))),
            )
            for row in found
        ]

    def append_essai_intrus(self, essai: EssaiIntrus) -> None:
        """Écrit les réponses à un test de l'intrus."""
        with self._base.change() as connection:
            connection.execute(
                "INSERT INTO essai_intrus (id, le, genre, famille, gardien, policier) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    essai.id,
                    essai.le.isoformat(),
                    essai.genre,
                    essai.famille,
                    essai.gardien,
                    essai.policier,
                ),
            )

    def essais_intrus(self) -> Sequence[EssaiIntrus]:
        """Les tests de l'intrus, le dernier d'abord."""
        rows = self._base.rows(
            "SELECT id, le, genre, famille, gardien, policier FROM essai_intrus "
            "ORDER BY numero DESC"
        )
        return [
            EssaiIntrus(
                datetime.fromisoformat(row[1]),
                GenreDocument(row[2]),
                bool(row[3]),
                bool(row[4]),
                bool(row[5]),
                row[0],
            )
            for row in rows
        ]
