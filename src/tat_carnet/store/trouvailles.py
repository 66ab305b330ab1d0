"""La recherche hors des faits : un nom du métier de plus est une ligne de plus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.trouvaille import GenreTrouvaille, Trouvaille
from tat_carnet.store.mots import Tolerance
from tat_carnet.store.recherche import Terme, termes


def _index(table: str) -> str:
    """Les numéros des lignes de `table` où un terme se trouve."""
    return f"SELECT rowid FROM {table}_index WHERE {table}_index MATCH ?"


@dataclass(frozen=True, slots=True)
class Source:
    """Où chercher : une table, ce qu'on en montre, et où ses mots se trouvent.

    `ailleurs` : d'autres requêtes de numéros, où un terme peut aussi se trouver.
    """

    genre: GenreTrouvaille
    titre: str
    precision: str
    ailleurs: tuple[str, ...] = ()


_ETAPES: Final = "etape"
_ECHANGES: Final = "echange"
_CODE: Final = "(SELECT code FROM situation WHERE situation.id = situation_id)"


def _en_chiffres(jour: str) -> str:
    """« 21/11/2026 » d'une colonne ISO."""
    return f"substr({jour}, 9, 2) || '/' || substr({jour}, 6, 2) || '/' || substr({jour}, 1, 4)"


_JOUR: Final = _en_chiffres("jour")
_NOM: Final = "(SELECT nom FROM partenaire WHERE partenaire.id = partenaire_id)"
_PAR_ETAPE: Final = f"SELECT situation FROM etape WHERE numero IN ({_index(_ETAPES)})"
_PAR_DESTINATAIRE: Final = (
    "SELECT courrier.numero FROM partenaire JOIN courrier ON partenaire_id = partenaire.id "
    f"WHERE partenaire.numero IN ({_index('partenaire')})"
)
_PAR_ECHANGE: Final = (
    "SELECT partenaire.numero FROM echange JOIN partenaire ON partenaire.id = partenaire_id "
    f"WHERE echange.numero IN ({_index(_ECHANGES)})"
)
_PRISE_LE: Final = (
    f"(SELECT {_en_chiffres('tenue_le')} FROM reunion WHERE reunion.numero = decision.reunion)"
)
SOURCES: Final = (
    Source(GenreTrouvaille.site, "libelle_public", "secteur"),
    Source(GenreTrouvaille.tournee, "note", "jour || ' ' || secteur"),
    Source(GenreTrouvaille.situation, "code", "'Situation'", (_PAR_ETAPE,)),
    Source(GenreTrouvaille.echeance, "quoi", f"trim({_JOUR} || ' ' || coalesce({_CODE}, ''))"),
    Source(
        GenreTrouvaille.courrier,
        "json_extract(contenu, '$.objet')",
        f"trim(reference || ' ' || coalesce({_NOM}, ''))",
        (_PAR_DESTINATAIRE,),
    ),
    Source(GenreTrouvaille.reunion, "instance", _en_chiffres("tenue_le")),
    Source(GenreTrouvaille.decision, "quoi", f"trim({_PRISE_LE} || ' ' || structure)"),
    Source(GenreTrouvaille.partenaire, "nom", "fonction", (_PAR_ECHANGE,)),
)
"""Les genres, dans l'ordre où ils se montrent ; chacun porte le nom de sa table."""
_INDEXED: Final = (*(source.genre.value for source in SOURCES), _ETAPES, _ECHANGES)
_INDEXES: Final = tuple(f"{table}_index" for table in _INDEXED)
_SOMEWHERE: Final = " UNION ALL ".join(
    f"SELECT EXISTS (SELECT 1 FROM {index} WHERE {index} MATCH ?1)" for index in _INDEXES
)


class Trouvailles(Tolerance):
    """La recherche hors des faits (`usecases.ports.Cahier`)."""

    def trouver(self, texte: str, limite: int = 4) -> Sequence[Trouvaille]:
        """Ce qui répond à chaque terme : `limite` par source, le dernier d'abord.

        Un terme qui n'est dans aucune source est cherché à une faute près.
        """
        matches = [self._match(terme) for terme in termes(texte)]
        if not matches:
            return []
        return [
            Trouvaille(source.genre, row[0], TexteBrut(row[1]), TexteBrut(row[2]))
            for source in SOURCES
            for row in self._base.rows(*_query(source, matches, limite))
        ]

    def _match(self, terme: Terme) -> str:
        choices = self.choices(terme, _INDEXES, self._somewhere)
        return " OR ".join(choice.match for choice in choices)

    def _somewhere(self, terme: Terme) -> bool:
        return any(found for (found,) in self._base.rows(_SOMEWHERE, (terme.match,)))


def _query(source: Source, matches: Sequence[str], limite: int) -> tuple[str, tuple[object, ...]]:
    """La requête et ses valeurs ; chaque terme se trouve dans l'index, ou ailleurs."""
    table = source.genre.value
    places = (_index(table), *source.ailleurs)
    found = "(" + " OR ".join(f"numero IN ({place})" for place in places) + ")"
    criteria = " AND ".join([found] * len(matches))
    values = [match for match in matches for _ in places]
    return (
        f"SELECT id, {source.titre}, {source.precision} FROM {table} WHERE {criteria} "
        "ORDER BY numero DESC LIMIT ?"
    ), (*values, limite)
