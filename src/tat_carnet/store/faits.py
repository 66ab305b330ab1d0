"""Les faits et leur index de recherche."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import sqlcipher3

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import Attestation
from tat_carnet.store.mots import Tolerance
from tat_carnet.store.page import Page
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.recherche import (
    SAME_SECOND,
    TOUT,
    Requete,
    Terme,
    build,
    first_rang,
    term_criterion,
    termes,
)
from tat_carnet.store.records import FAIT_COLUMNS, fait_from_row, fait_to_columns, save_row

_READ: Final = (
    "SELECT "
    + ", ".join("site.id" if name == "site_id" else f"fait.{name}" for name in FAIT_COLUMNS)
    + " FROM fait JOIN site ON site.numero = fait.site WHERE fait."
)
FAIT_BY_ID: Final = _READ + "id = ?"
"""La ligne d'un fait, dans l'ordre de `fait_from_row`."""
_MATCHING: Final = "FROM fait_index WHERE fait_index MATCH ? AND rowid BETWEEN ? AND ?"
# L'index étroit, et non la table : sauter 50 000 faits ne lit alors que leurs rangs.
_ALL: Final = "FROM fait INDEXED BY fait_par_rang WHERE rang BETWEEN ? AND ?"
_NO_SITE: Final = 0
"""Les numéros de site commencent à 1 : un site inconnu ne répond à rien."""
_INDEXES: Final = ("fait_index", "site_index")
"""Où se lisent les mots qui corrigent une faute."""
_CITES: Final = (
    "SELECT value FROM journal, json_each(journal.faits) "
    "UNION SELECT value FROM courrier, json_each(contenu, '$.faits')"
)
_FOUND: Final = "SELECT 1 FROM fait_index WHERE fait_index MATCH ? LIMIT 1"


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


def write_fait(connection: sqlcipher3.Connection, fait: Fait) -> None:
    """Écrit un fait dans la transaction en cours ; mêmes refus que `Faits.save_fait`."""
    columns = fait_to_columns(fait.verified())
    site = connection.execute(
        "SELECT numero FROM site WHERE id = ?", (columns.pop("site_id"),)
    ).fetchone()
    if site is None:
        raise KeyError(fait.site_id)
    save_row(connection, "fait", columns | {"site": site[0], "rang": _rang(connection, fait)})


class Faits(Tolerance):
    """Les faits d'un cahier (`usecases.ports.Cahier`)."""

    def save_fait(self, fait: Fait) -> None:
        """Écrit un fait et son index ; `SaisieIncomplete` ou, pour un site inconnu, `KeyError`."""
        with self._base.change() as connection:
            write_fait(connection, fait)

    def fait(self, fait_id: str) -> Fait:
        """Le fait de cet identifiant ; `KeyError` sinon."""
        found = self._base.row(FAIT_BY_ID, (fait_id,))
        if found is None:
            raise KeyError(fait_id)
        return fait_from_row(found)

    def delete_fait(self, fait_id: str) -> None:
        """Efface pour de bon un fait et son histoire : table, index et journal WAL."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
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
        return Page(rows)

    def infirmes_cites(self) -> Sequence[Fait]:
        """Les faits infirmés qu'une sortie ou un courrier cite, le plus récent d'abord."""
        infirmes = self._requete(Filtre(attestation=Attestation.infirme)).match
        return Page(
            self._base.rows(
                f"{_READ}rang IN (SELECT rowid FROM fait_index WHERE fait_index MATCH ?) "
                f"AND fait.id IN ({_CITES}) ORDER BY fait.rang DESC",
                (infirmes,),
            )
        )

    def count_faits(self, filtre: Filtre) -> int:
        """Combien de faits répondent au filtre."""
        requete = self._requete(filtre)
        bounds = [requete.lowest, requete.highest]
        if requete == TOUT:
            ((count,),) = self._base.rows("SELECT count(*) FROM fait")  # sans lire les lignes
        elif requete.match is None:
            ((count,),) = self._base.rows(f"SELECT count(*) {_ALL}", bounds)
        else:
            ((count,),) = self._base.rows(f"SELECT count(*) {_MATCHING}", [requete.match, *bounds])
        return int(count)

    def _requete(self, filtre: Filtre) -> Requete:
        choices = self._fait_choices if filtre.tolerant else lambda terme: (terme,)
        return build(filtre, self._sites_of(filtre), self._sites_named, choices)

    def _sites_of(self, filtre: Filtre) -> list[int] | None:
        """Les numéros des sites demandés : celui du filtre, et ceux de son secteur."""
        wanted = {"id": filtre.site_id, "secteur": filtre.secteur}
        asked = {column: value for column, value in wanted.items() if value is not None}
        if not asked:
            return None
        where = " AND ".join(f"{column} = ?" for column in asked)
        rows = self._base.rows(f"SELECT numero FROM site WHERE {where}", list(asked.values()))
        return [row[0] for row in rows] or [_NO_SITE]

    def _fait_choices(self, terme: Terme) -> list[Terme]:
        """Le terme lui-même, ou, s'il n'est dans aucun fait, les mots qui lui ressemblent."""
        return self.choices(terme, _INDEXES, self._in_some_fait)

    def _in_some_fait(self, terme: Terme) -> bool:
        criterion = term_criterion(terme, self._sites_named)
        return bool(self._base.rows(_FOUND, (criterion,)))

    def _sites_named(self, phrase: str) -> list[int]:
        rows = self._base.rows("SELECT rowid FROM site_index WHERE site_index MATCH ?", (phrase,))
        return [row[0] for row in rows]

    def corrections(self, texte: str) -> Sequence[tuple[str, Sequence[str]]]:
        """Les mots de cette recherche qui ne sont nulle part, et ceux qu'on cherche à la place."""
        return [
            (terme.texte, [choice.texte for choice in choices])
            for terme in termes(texte)
            if (choices := self._fait_choices(terme)) != [terme]
        ]

    def redites(self, filtre: Filtre) -> int:
        """Combien de faits d'un filtre redisent un autre : faits moins redites, les épisodes."""
        requete = self._requete(filtre)
        where, parameters = "rang BETWEEN ? AND ?", [requete.lowest, requete.highest]
        if requete.match is not None:
            where = f"rang IN (SELECT rowid {_MATCHING})"
            parameters = [requete.match, *parameters]  # type: ignore[list-item]
        ((count,),) = self._base.rows(
            "SELECT count(*) - count(DISTINCT episode_id) FROM fait "
            f"WHERE episode_id IS NOT NULL AND {where}",
            parameters,
        )
        return int(count)

    def voisins(self, fait: Fait, ecart: timedelta, limite: int = 5) -> Sequence[Fait]:
        """Les faits de même lieu et de même type, à moins de `ecart`, le plus proche d'abord.

        Ceux de son épisode en sont, sauf lui-même.
        """
        bounds = (first_rang(fait.instant - ecart), first_rang(fait.instant + ecart))
        rows = self._base.rows(
            f"{_READ}site = (SELECT numero FROM site WHERE id = ?) AND fait.type = ? "
            "AND fait.rang BETWEEN ? AND ? AND fait.id <> ? ORDER BY abs(fait.rang - ?) LIMIT ?",
            (fait.site_id, fait.type, *bounds, fait.id, first_rang(fait.instant), limite),
        )
        return Page(rows)
