"""La recherche hors des faits : un nom du métier de plus est une ligne de plus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.trouvaille import GenreTrouvaille, Trouvaille
from tat_carnet.store.base import Depot
from tat_carnet.store.recherche import termes


@dataclass(frozen=True, slots=True)
class Source:
    """Où chercher : une table, son index plein texte (`index_table`), ce qu'on en montre."""

    genre: GenreTrouvaille
    table: str
    titre: str
    precision: str


SOURCES: Final = (
    Source(GenreTrouvaille.site, "site", "libelle_public", "secteur"),
    Source(GenreTrouvaille.tournee, "tournee", "note", "jour || ' ' || secteur"),
)


class Trouvailles(Depot):
    """La recherche hors des faits (`usecases.ports.Cahier`)."""

    def trouver(self, texte: str, limite: int = 4) -> Sequence[Trouvaille]:
        """Ce qui répond à chaque terme : `limite` par source, le dernier d'abord."""
        match = " AND ".join(terme.match for terme in termes(texte))
        if not match:
            return []
        return [
            Trouvaille(source.genre, row[0], TexteBrut(row[1]), TexteBrut(row[2]))
            for source in SOURCES
            for row in self._base.rows(_sql(source), (match, limite))
        ]


def _sql(source: Source) -> str:
    table = source.table
    return (
        f"SELECT id, {source.titre}, {source.precision} FROM {table} WHERE numero IN "
        f"(SELECT rowid FROM {table}_index WHERE {table}_index MATCH ? "
        "ORDER BY rowid DESC LIMIT ?) ORDER BY numero DESC"
    )
