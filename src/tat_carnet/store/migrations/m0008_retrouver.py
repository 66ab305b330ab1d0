"""Schéma 8 : situations, étapes, échéances et courriers se cherchent ; le bailleur d'un lieu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import folded, index_table

VERSION: Final = 8


def _courrier_texts(row: str) -> str:
    """Ce qu'on relit d'un courrier ; un saut de ligne, « \\n » en JSON, y est une espace."""
    parts = ("objet", "effets", "demandes", "reponse[1]", "observes")
    read = (f"coalesce(json_extract({row}.contenu, '$.{part}'), '')" for part in parts)
    return f"replace({row}.reference || ' ' || {' || char(10) || '.join(read)}, '\\n', ' ')"


_INDEXED: Final[dict[str, tuple[Callable[[str], str], tuple[str, ...]]]] = {
    "situation": (lambda row: f"{row}.code", ("code",)),
    "etape": (lambda row: f"{row}.quoi", ("quoi",)),
    # La nature est un code, dont FTS5 sépare les mots : « discipline » trouve un conseil.
    "echeance": (lambda row: f"{row}.quoi || ' ' || {row}.genre", ("quoi", "genre")),
    "courrier": (_courrier_texts, ("reference", "contenu")),
}
"""Par table : ce qui s'indexe d'une ligne, et les colonnes dont cela dépend."""


def _columns(texts: Callable[[str], str], row: str) -> dict[str, str]:
    return {"texte": folded(texts(row))}


def apply(connection: sqlcipher3.Connection) -> None:
    """Ajoute les index, remplis de ce qui est là, dans la transaction en cours."""
    connection.execute(
        "ALTER TABLE site ADD COLUMN bailleur_id TEXT REFERENCES partenaire (id) ON DELETE SET NULL"
    )
    connection.execute("CREATE INDEX site_du_bailleur ON site (bailleur_id)")
    for table, (texts, watched) in _INDEXED.items():
        for statement in index_table(table, "numero", partial(_columns, texts), watched):
            connection.execute(statement)
        connection.execute(f"INSERT INTO {table}_index ({table}_index) VALUES ('rebuild')")
