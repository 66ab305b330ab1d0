"""Les échéances."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.situation import FINIES
from tat_carnet.domain.vocabulaire import GenreEcheance
from tat_carnet.store.base import Depot, Row
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.records import save_row

_READ: Final = (
    "SELECT id, jour, genre, quoi, annuelle, rappel, situation_id, repoussee_au, faite_le "
    "FROM echeance"
)


class Echeances(Depot):
    """Les échéances d'un cahier (`usecases.ports.Cahier`)."""

    def save_echeance(self, echeance: Echeance) -> None:
        """Écrit une échéance ; `SaisieIncomplete` s'il lui manque un champ."""
        columns = _columns(echeance.verified())
        with self._base.change() as connection:
            save_row(connection, "echeance", columns)

    def echeances(self) -> Sequence[Echeance]:
        """Toutes, par jour de la première fois."""
        return [_echeance(row) for row in self._base.rows(f"{_READ} ORDER BY jour, numero")]

    def echeances_a_regler(self, jour: date | None = None) -> Sequence[Echeance]:
        """Celles qui attendent, sauf d'une situation finie ; avec `jour`, sauf rappel à venir."""
        rows = self._base.rows(
            f"{_READ} WHERE (annuelle OR faite_le IS NULL) "
            f"AND NOT EXISTS (SELECT 1 FROM situation WHERE id = situation_id "
            f"AND statut IN ({', '.join('?' * len(FINIES))})) "
            "AND (annuelle OR ? IS NULL OR date(jour, '-' || rappel || ' days') <= ?) "
            "ORDER BY jour, numero",
            (*sorted(FINIES), *[jour.isoformat() if jour else None] * 2),
        )
        return [_echeance(row) for row in rows]

    def delete_echeance(self, echeance_id: str) -> None:
        """Efface une échéance."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.execute("DELETE FROM echeance WHERE id = ?", (echeance_id,))
        self._base.checkpoint()


def _columns(echeance: Echeance) -> dict[str, Any]:
    return {
        "id": echeance.id,
        "jour": echeance.jour.isoformat(),
        "genre": echeance.genre.value,
        "quoi": echeance.quoi.lire(),
        "annuelle": int(echeance.annuelle),
        "rappel": echeance.rappel,
        "situation_id": echeance.situation_id,
        "repoussee_au": echeance.repoussee_au.isoformat() if echeance.repoussee_au else None,
        "faite_le": echeance.faite_le.isoformat() if echeance.faite_le else None,
    }


def _echeance(row: Row) -> Echeance:
    echeance_id, jour, genre, quoi, annuelle, rappel, situation_id, repoussee_au, faite_le = row
    return Echeance(
        jour=date.fromisoformat(jour),
        genre=GenreEcheance(genre),
        quoi=TexteBrut(quoi),
        annuelle=bool(annuelle),
        rappel=rappel,
        situation_id=situation_id,
        repoussee_au=date.fromisoformat(repoussee_au) if repoussee_au else None,
        faite_le=date.fromisoformat(faite_le) if faite_le else None,
        id=echeance_id,
    )
