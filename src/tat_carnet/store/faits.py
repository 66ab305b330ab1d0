"""Les faits et leur index de recherche."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sqlcipher3

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.store.base import Depot
from tat_carnet.store.recherche import SAME_SECOND, Requete, build, first_rang
from tat_carnet.store.records import FAIT_COLUMNS, fait_from_row, fait_to_columns, save_row

_READ: Final = (
    "SELECT "
    + ", ".join("site.id" if name == "site_id" else f"fait.{name}" for name in FAIT_COLUMNS)
    + " FROM fait JOIN site ON site.numero = fait.site WHERE fait."
)
_MATCHING: Final = "FROM fait_index WHERE fait_index MATCH ? AND rowid BETWEEN ? AND ?"
# L'index étroit, et non la table : sauter 50 000 faits ne lit alors que leurs rangs.
_ALL: Final = "FROM fait INDEXED BY fait_par_rang WHERE rang BETWEEN ? AND ?"
_NO_SITE: Final = 0
"""Les numéros de site commencent à 1 : un site inconnu ne répond à rien."""


def _rang(connection: sqlcipher3.Connection, fait: Fait) -> int:
    """Le rang d'un fait : le sien si sa seconde n'a pas changé, sinon le suivant de la seconde."""
    first = first_rang(fait.instant)
    last = first + (1 << SAME_SECOND) - 1
    known = connection.execute("SELECT rang FROM fait WHERE id = ?", (fait.id,)).fetchone()
    if known is not None and first <= known[0] <= last:
        return int(known[0])
    (highest,) = connection.execute(
        "SELECT max(rang) FROM fait WHERE rang BETWEEN ? AND ?", (first, last)
    ).fetchone()
    return first if highest is None else int(highest) + 1


class Faits(Depot):
    """Les faits d'un cahier (`usecases.ports.Cahier`)."""

    def save_fait(self, fait: Fait) -> None:
        """Écrit un fait et son index ; `SaisieIncomplete` ou, pour un site inconnu, `KeyError`."""
        columns = fait_to_columns(fait.verified())
        site = self._site_number(columns.pop("site_id"))
        with self._base.change() as connection:
            rang = _rang(connection, fait)
            save_row(connection, "fait", columns | {"site": site, "rang": rang})

    def fait(self, fait_id: str) -> Fait:
        """Le fait de cet identifiant ; `KeyError` sinon."""
        found = self._base.row(_READ + "id = ?", (fait_id,))
        if found is None:
            raise KeyError(fait_id)
        return fait_from_row(found)

    def delete_fait(self, fait_id: str) -> None:
        """Efface un fait de la table, de l'index et du journal WAL."""
        with self._base.change() as connection:
            connection.execute("DELETE FROM fait WHERE id = ?", (fait_id,))
        self._base.checkpoint()

    def faits(self, filtre: Filtre, limite: int = 200, depuis: int = 0) -> Sequence[Fait]:
        """Une page de faits, le plus récent d'abord."""
        requete = self._requete(filtre)
        if requete.match is None:
            rangs, parameters = f"SELECT rang {_ALL} ORDER BY rang DESC", []
        else:
            rangs, parameters = f"SELECT rowid {_MATCHING} ORDER BY rowid DESC", [requete.match]
        rows = self._base.rows(
            f"{_READ}rang IN ({rangs} LIMIT ? OFFSET ?) ORDER BY fait.rang DESC",
            [*parameters, requete.lowest, requete.highest, limite, depuis],
        )
        return [fait_from_row(row) for row in rows]

    def count_faits(self, filtre: Filtre) -> int:
        """Combien de faits répondent au filtre."""
        requete = self._requete(filtre)
        bounds = [requete.lowest, requete.highest]
        if requete.match is None:
            ((count,),) = self._base.rows(f"SELECT count(*) {_ALL}", bounds)
        else:
            ((count,),) = self._base.rows(f"SELECT count(*) {_MATCHING}", [requete.match, *bounds])
        return int(count)

    def _requete(self, filtre: Filtre) -> Requete:
        site = None
        if filtre.site_id is not None:
            found = self._base.row("SELECT numero FROM site WHERE id = ?", (filtre.site_id,))
            site = _NO_SITE if found is None else found[0]
        return build(filtre, site, self._sites_named)

    def _sites_named(self, phrase: str) -> list[int]:
        rows = self._base.rows("SELECT rowid FROM site_index WHERE site_index MATCH ?", (phrase,))
        return [row[0] for row in rows]

    def _site_number(self, site_id: str) -> int:
        found = self._base.row("SELECT numero FROM site WHERE id = ?", (site_id,))
        if found is None:
            raise KeyError(site_id)
        return int(found[0])
