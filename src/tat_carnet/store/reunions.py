"""Les réunions et leurs décisions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import sqlcipher3

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.vocabulaire import EtatDecision, NiveauDecision
from tat_carnet.store.base import Depot, Row
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.records import save_row

_TEXTS: Final = ("ordre_du_jour", "echanges", "questions", "alertes")
_READ: Final = (
    "SELECT numero, id, instance, tenue_le, lieu, structures, prochaine_le, "
    f"{', '.join(_TEXTS)} FROM reunion"
)

_DECISION: Final = ", ".join(
    f"decision.{column}"
    for column in ("id", "quoi", "structure", "echeance", "niveau", "etat", "etat_le", "suite")
)


class Reunions(Depot):
    """Les réunions d'un cahier (`usecases.ports.Cahier`)."""

    def save_reunion(self, reunion: Reunion) -> None:
        """Écrit d'un bloc une réunion vérifiée et ses décisions."""
        reunion = reunion.verified()
        with self._base.change() as connection:
            save_row(connection, "reunion", _columns(reunion))
            (number,) = connection.execute(
                "SELECT numero FROM reunion WHERE id = ?", (reunion.id,)
            ).fetchone()
            _save_decisions(connection, number, reunion.decisions)
        self._base.checkpoint()

    def reunion(self, reunion_id: str) -> Reunion:
        """La réunion de cet identifiant ; `KeyError` sinon."""
        for reunion in self._read_reunions("WHERE id = ?", (reunion_id,)):
            return reunion
        raise KeyError(reunion_id)

    def reunions(self, au: date | None = None, limite: int = -1) -> Sequence[Reunion]:
        """La plus récente d'abord ; `au` : sans celles d'après ; `limite` négative : toutes."""
        return self._read_reunions(
            "WHERE ? IS NULL OR tenue_le <= ? ORDER BY tenue_le DESC, numero DESC LIMIT ?",
            (_iso(au), _iso(au), limite),
        )

    def reunions_entre(self, du: date, au: date) -> Sequence[Reunion]:
        """Celles de ces jours, bornes comprises, la plus proche d'abord."""
        return self._read_reunions(
            "WHERE tenue_le BETWEEN ? AND ? ORDER BY tenue_le, numero DESC",
            (du.isoformat(), au.isoformat()),
        )

    def decisions_a_suivre(self, prises_avant: date, pour: date) -> Sequence[Decision]:
        """Celles qui attendent, prises avant ce jour, pour ce jour-là au plus tard, dans l'ordre.

        À échéance égale, celles de la réunion la plus récente d'abord.
        """
        rows = self._base.rows(
            f"SELECT {_DECISION} FROM decision JOIN reunion ON reunion.numero = decision.reunion "
            "WHERE etat = ? AND echeance <= ? AND tenue_le < ? "
            "ORDER BY echeance, tenue_le DESC, reunion.numero DESC, rang",
            (EtatDecision.a_suivre.value, pour.isoformat(), prises_avant.isoformat()),
        )
        return [_decision(row) for row in rows]

    def delete_reunion(self, reunion_id: str) -> None:
        """Efface une réunion et ses décisions ; `PurgeSuspendue` sous réquisition."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.execute("DELETE FROM reunion WHERE id = ?", (reunion_id,))
        self._base.checkpoint()

    def _read_reunions(self, which: str, parameters: Sequence[object]) -> list[Reunion]:
        """Ces réunions, et en une seule lecture leurs décisions."""
        rows = self._base.rows(f"{_READ} {which}", parameters)
        decisions: dict[int, list[Decision]] = {}
        for number, *columns in self._base.rows(
            f"SELECT reunion, {_DECISION} FROM decision "
            "WHERE reunion IN (SELECT value FROM json_each(?)) ORDER BY rang",
            (json.dumps([row[0] for row in rows]),),
        ):
            decisions.setdefault(number, []).append(_decision(tuple(columns)))
        return [_reunion(row, decisions.get(row[0], ())) for row in rows]


def _reunion(row: Row, decisions: Sequence[Decision]) -> Reunion:
    _, reunion_id, instance, tenue_le, lieu, structures, prochaine_le, *texts = row
    return Reunion(
        instance=instance,
        tenue_le=date.fromisoformat(tenue_le),
        lieu=lieu,
        structures=tuple(json.loads(structures)),
        decisions=tuple(decisions),
        prochaine_le=_day(prochaine_le),
        id=reunion_id,
        **dict(zip(_TEXTS, map(TexteBrut, texts), strict=True)),
    )


def _columns(reunion: Reunion) -> dict[str, Any]:
    return {
        "id": reunion.id,
        "instance": reunion.instance,
        "tenue_le": reunion.tenue_le.isoformat(),
        "lieu": reunion.lieu,
        "structures": json.dumps(reunion.structures, ensure_ascii=False),
        "prochaine_le": _iso(reunion.prochaine_le),
        **{name: getattr(reunion, name).lire() for name in _TEXTS},
    }


def _save_decisions(
    connection: sqlcipher3.Connection, number: int, decisions: Sequence[Decision]
) -> None:
    """Chaque décision garde son identifiant ; celles qu'on a ôtées s'en vont."""
    kept = [decision.id for decision in decisions]
    places = ", ".join("?" * len(kept))
    connection.execute(
        f"DELETE FROM decision WHERE reunion = ? AND id NOT IN ({places})", (number, *kept)
    )
    for rank, decision in enumerate(decisions):
        save_row(connection, "decision", _decision_columns(number, rank, decision))


def _decision_columns(number: int, rank: int, decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "reunion": number,
        "rang": rank,
        "quoi": decision.quoi.lire(),
        "structure": decision.structure.lire(),
        "echeance": _iso(decision.echeance),
        "niveau": decision.niveau.value,
        "etat": decision.etat.value,
        "etat_le": _iso(decision.etat_le),
        "suite": decision.suite.lire(),
    }


def _decision(row: Row) -> Decision:
    decision_id, quoi, structure, echeance, niveau, etat, etat_le, suite = row
    return Decision(
        quoi=TexteBrut(quoi),
        structure=TexteBrut(structure),
        echeance=_day(echeance),
        niveau=NiveauDecision(niveau),
        etat=EtatDecision(etat),
        etat_le=_day(etat_le),
        suite=TexteBrut(suite),
        id=decision_id,
    )


def _iso(jour: date | None) -> str | None:
    return jour.isoformat() if jour else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
