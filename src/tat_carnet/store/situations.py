"""Les situations, leurs étapes et les faits qu'elles citent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import sqlcipher3

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import Besoin, MomentFragilite, StatutSituation, TrancheAge
from tat_carnet.store.base import Depot, Row
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.records import save_row
from tat_carnet.store.text import storable

_READ: Final = (
    "SELECT numero, id, code, dernier_contact, tranche_age, besoins, moments, statut FROM situation"
)


class Situations(Depot):
    """Les situations d'un cahier (`usecases.ports.Cahier`)."""

    def save_situation(self, situation: Situation) -> None:
        """Écrit d'un bloc une situation vérifiée, ses étapes et ses liens."""
        situation = situation.verified()
        with self._base.change() as connection:
            save_row(connection, "situation", _columns(situation))
            (number,) = connection.execute(
                "SELECT numero FROM situation WHERE id = ?", (situation.id,)
            ).fetchone()
            _save_etapes(connection, number, situation.etapes)
            _save_links(connection, number, situation.faits)
        self._base.checkpoint()

    def situation(self, situation_id: str) -> Situation:
        """La situation de cet identifiant ; `KeyError` sinon."""
        for situation in self._read_situations("WHERE id = ?", (situation_id,)):
            return situation
        raise KeyError(situation_id)

    def situations(self) -> Sequence[Situation]:
        """Toutes, le dernier contact le plus récent d'abord."""
        return self._read_situations("ORDER BY dernier_contact DESC, numero DESC")

    def delete_situation(self, situation_id: str) -> None:
        """Efface une situation, ses étapes, ses liens et ses échéances."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.execute("DELETE FROM situation WHERE id = ?", (situation_id,))
        self._base.checkpoint()

    def _read_situations(self, which: str, parameters: Sequence[object] = ()) -> list[Situation]:
        """Ces situations ; leurs étapes et leurs liens, chacun en une seule lecture."""
        rows = self._base.rows(f"{_READ} {which}", parameters)
        numbers = json.dumps([row[0] for row in rows])
        etapes = self._of_situations(
            numbers, "SELECT situation, jour, quoi, id FROM etape", "jour, numero"
        )
        liens = self._of_situations(numbers, "SELECT situation, fait FROM fait_lie", "rowid")
        return [_situation(row, etapes.get(row[0], ()), liens.get(row[0], ())) for row in rows]

    def _of_situations(self, numbers: str, read: str, order: str) -> dict[int, list[Row]]:
        """Ce que `read` trouve de ces situations, par numéro de situation."""
        found: dict[int, list[Row]] = {}
        for number, *columns in self._base.rows(
            f"{read} WHERE situation IN (SELECT value FROM json_each(?)) ORDER BY {order}",
            (numbers,),
        ):
            found.setdefault(number, []).append(tuple(columns))
        return found


def _situation(row: Row, etapes: Iterable[Row], liens: Iterable[Row]) -> Situation:
    _, situation_id, code, contact, age, besoins, moments, statut = row
    return Situation(
        code=code,
        dernier_contact=date.fromisoformat(contact),
        tranche_age=None if age is None else TrancheAge(age),
        besoins=tuple(map(Besoin, json.loads(besoins))),
        moments=tuple(map(MomentFragilite, json.loads(moments))),
        etapes=tuple(
            EtapeSituation(date.fromisoformat(jour), TexteBrut(quoi), etape_id)
            for jour, quoi, etape_id in etapes
        ),
        faits=tuple(fait_id for (fait_id,) in liens),
        statut=StatutSituation(statut),
        id=situation_id,
    )


def _columns(situation: Situation) -> dict[str, str | None]:
    return {
        "id": situation.id,
        "code": situation.code,
        "dernier_contact": situation.dernier_contact.isoformat(),
        "tranche_age": situation.tranche_age,
        "besoins": json.dumps(situation.besoins),
        "moments": json.dumps(situation.moments),
        "statut": situation.statut,
    }


def _save_etapes(
    connection: sqlcipher3.Connection, number: int, etapes: Sequence[EtapeSituation]
) -> None:
    connection.execute("DELETE FROM etape WHERE situation = ?", (number,))
    connection.executemany(
        "INSERT INTO etape (id, situation, jour, quoi) VALUES (?, ?, ?, ?)",
        [(e.id, number, e.jour.isoformat(), storable(e.quoi.lire())) for e in etapes],
    )


def _save_links(connection: sqlcipher3.Connection, number: int, faits: Sequence[str]) -> None:
    """Un fait effacé entre-temps ne se lie plus : la situation s'écrit sans lui."""
    connection.execute("DELETE FROM fait_lie WHERE situation = ?", (number,))
    connection.executemany(
        "INSERT OR IGNORE INTO fait_lie (situation, fait) SELECT ?, id FROM fait WHERE id = ?",
        [(number, fait_id) for fait_id in faits],
    )
