"""Schéma 5 : les réglages gardés dans le cahier, et un brouillon par correction commencée."""

from __future__ import annotations

from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import seal_table

VERSION: Final = 5

_TABLES: Final = (
    """CREATE TABLE reglage (
        nom TEXT PRIMARY KEY,
        valeur TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    # Comme `brouillon`, sans jeton : une frappe perdue n'est pas un fait revenu en arrière.
    """CREATE TABLE correction (
        numero INTEGER PRIMARY KEY,
        fait_id TEXT NOT NULL UNIQUE REFERENCES fait (id) ON DELETE CASCADE,
        contenu TEXT NOT NULL
    ) STRICT""",
    # Effacer un fait n'en laisse rien, pas même une correction restée dans la place commune.
    """CREATE TRIGGER fait_retire_son_brouillon AFTER DELETE ON fait BEGIN
        DELETE FROM brouillon WHERE json_extract(contenu, '$.id') = old.id;
    END""",
)


def apply(connection: sqlcipher3.Connection) -> None:
    """Crée tables et déclencheurs, dans la transaction en cours."""
    for statement in (*_TABLES, *seal_table("reglage")):
        connection.execute(statement)
