"""Schéma 9 : les réunions et leurs décisions, qui se cherchent."""

from __future__ import annotations

from functools import partial
from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import folded, index_table, seal_table

VERSION: Final = 9

_JETON: Final = "jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)"
_STATEMENTS: Final = (
    f"""CREATE TABLE reunion (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        instance TEXT NOT NULL,
        tenue_le TEXT NOT NULL,
        lieu TEXT NOT NULL,
        structures TEXT NOT NULL,
        ordre_du_jour TEXT NOT NULL,
        echanges TEXT NOT NULL,
        questions TEXT NOT NULL,
        alertes TEXT NOT NULL,
        prochaine_le TEXT,
        {_JETON}
    ) STRICT""",
    f"""CREATE TABLE decision (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        reunion INTEGER NOT NULL REFERENCES reunion (numero) ON DELETE CASCADE,
        rang INTEGER NOT NULL,
        quoi TEXT NOT NULL,
        structure TEXT NOT NULL,
        echeance TEXT,
        niveau TEXT NOT NULL,
        etat TEXT NOT NULL,
        etat_le TEXT,
        suite TEXT NOT NULL,
        {_JETON}
    ) STRICT""",
    "CREATE INDEX decision_de_la_reunion ON decision (reunion)",
)
_INDEXED: Final = {
    "reunion": ("instance", "lieu", "ordre_du_jour", "echanges", "questions", "alertes"),
    "decision": ("quoi", "structure", "suite"),
}
"""Par table : les colonnes dont les mots se cherchent."""


def _folded(columns: tuple[str, ...], row: str) -> dict[str, str]:
    return {"texte": folded(" || ' ' || ".join(f"{row}.{column}" for column in columns))}


def apply(connection: sqlcipher3.Connection) -> None:
    """Ajoute sans rien changer de ce qui est là, dans la transaction en cours."""
    statements = [*_STATEMENTS]
    for table, columns in _INDEXED.items():
        statements += seal_table(table)
        statements += index_table(table, "numero", partial(_folded, columns), columns)
    for statement in statements:
        connection.execute(statement)
