"""Les tournées, et ce qu'elles disent de la présence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.relu import Effort
from tat_carnet.store.base import Depot, Row
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.records import save_row, tournee_from_columns, tournee_to_columns

_COLUMNS: Final = (
    "id", "jour", "plage", "secteur", "binome", "note", "ras", "terminee", "debut", "fin",
)  # fmt: skip
_READ: Final = f"SELECT {', '.join(_COLUMNS)} FROM tournee"
_NEWEST_FIRST: Final = "ORDER BY jour DESC, numero DESC LIMIT ?"

# Un secteur sert quand on y tourne, ou quand on note un fait sur l'un de ses sites ; créé à
# l'instant, il n'a pas encore servi, mais c'est à lui qu'on pense.
_SECTEURS: Final = """
    SELECT secteur FROM (
        SELECT secteur, jour, numero FROM tournee
        UNION ALL
        SELECT secteur, (
            SELECT substr(instant, 1, 10) FROM fait WHERE site = site.numero
            ORDER BY rang DESC LIMIT 1
        ), numero FROM site
    ) GROUP BY secteur ORDER BY max(jour) DESC NULLS LAST, max(numero) DESC
"""


def _tournee(row: Row) -> Tournee:
    return tournee_from_columns(dict(zip(_COLUMNS, row, strict=True)))


class Tournees(Depot):
    """Les tournées d'un cahier (`usecases.ports.Cahier`)."""

    def save_tournee(self, tournee: Tournee) -> None:
        """Écrit une tournée ; `SaisieIncomplete` s'il lui manque un champ."""
        columns = tournee_to_columns(tournee.verified())
        with self._base.change() as connection:
            save_row(connection, "tournee", columns)

    def tournee(self, tournee_id: str) -> Tournee:
        """La tournée de cet identifiant ; `KeyError` sinon."""
        found = self._base.row(f"{_READ} WHERE id = ?", (tournee_id,))
        if found is None:
            raise KeyError(tournee_id)
        return _tournee(found)

    def open_tournee(self) -> Tournee | None:
        """La plus récente tournée non terminée."""
        found = self._base.row(f"{_READ} WHERE terminee = 0 {_NEWEST_FIRST}", (1,))
        return None if found is None else _tournee(found)

    def tournees(self, limite: int = 50) -> Sequence[Tournee]:
        """Les tournées, par jour puis par ordre d'écriture, la plus récente d'abord."""
        return [_tournee(row) for row in self._base.rows(f"{_READ} {_NEWEST_FIRST}", (limite,))]

    def tournees_entre(self, du: date, au: date) -> Sequence[Tournee]:
        """Les tournées entre deux jours compris, la plus ancienne d'abord."""
        rows = self._base.rows(
            f"{_READ} WHERE jour BETWEEN ? AND ? ORDER BY jour, numero",
            (du.isoformat(), au.isoformat()),
        )
        return [_tournee(row) for row in rows]

    def delete_tournee(self, tournee_id: str) -> None:
        """Efface une tournée ; ses faits restent, hors tournée. Sans effet si elle n'existe pas."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.execute(
                "UPDATE fait SET tournee_id = NULL, jeton = random() & 0xFFFFFFFFFF "
                "WHERE tournee_id = ?",
                (tournee_id,),
            )
            connection.execute("DELETE FROM tournee WHERE id = ?", (tournee_id,))
        self._base.checkpoint()

    def effort(self, du: date, au: date, secteur: str | None = None) -> Effort:
        """Nombre de tournées, et de « rien à signaler », entre deux jours compris."""
        ((count, ras),) = self._base.rows(
            "SELECT count(*), coalesce(sum(ras), 0) FROM tournee "
            "WHERE jour BETWEEN ? AND ? AND secteur = coalesce(?, secteur)",
            (du.isoformat(), au.isoformat(), secteur),
        )
        return Effort(tournees=count, ras=ras)

    def secteurs(self) -> Sequence[str]:
        """Les secteurs connus, le plus récemment employé d'abord."""
        return [row[0] for row in self._base.rows(_SECTEURS)]
