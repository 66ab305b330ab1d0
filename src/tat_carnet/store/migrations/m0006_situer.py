"""Schéma 6 : plans et épingles des sites ; situations, étapes, faits liés, échéances."""

from __future__ import annotations

from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import seal_table

VERSION: Final = 6

_JETON: Final = "jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)"
_STATEMENTS: Final = (
    "ALTER TABLE site ADD COLUMN plan_x REAL",
    "ALTER TABLE site ADD COLUMN plan_y REAL",
    f"""CREATE TABLE plan (
        secteur TEXT PRIMARY KEY,
        rapport REAL NOT NULL,
        image BLOB NOT NULL,
        traits TEXT NOT NULL,
        {_JETON}
    ) STRICT""",
    f"""CREATE TABLE situation (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL UNIQUE,
        dernier_contact TEXT NOT NULL,
        tranche_age TEXT,
        besoins TEXT NOT NULL,
        moments TEXT NOT NULL,
        statut TEXT NOT NULL,
        {_JETON}
    ) STRICT""",
    f"""CREATE TABLE etape (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        situation INTEGER NOT NULL REFERENCES situation (numero) ON DELETE CASCADE,
        jour TEXT NOT NULL,
        quoi TEXT NOT NULL,
        {_JETON}
    ) STRICT""",
    "CREATE INDEX etape_de_la_situation ON etape (situation)",
    # Un fait purgé quitte les situations qui le citaient.
    f"""CREATE TABLE fait_lie (
        situation INTEGER NOT NULL REFERENCES situation (numero) ON DELETE CASCADE,
        fait TEXT NOT NULL REFERENCES fait (id) ON DELETE CASCADE,
        {_JETON},
        PRIMARY KEY (situation, fait)
    ) STRICT""",
    "CREATE INDEX fait_lie_par_fait ON fait_lie (fait)",
    f"""CREATE TABLE echeance (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        jour TEXT NOT NULL,
        genre TEXT NOT NULL,
        quoi TEXT NOT NULL,
        annuelle INTEGER NOT NULL,
        rappel INTEGER NOT NULL,
        situation_id TEXT REFERENCES situation (id) ON DELETE CASCADE,
        repoussee_au TEXT,
        faite_le TEXT,
        {_JETON}
    ) STRICT""",
    "CREATE INDEX echeance_de_la_situation ON echeance (situation_id)",
)
_SEALED: Final = ("plan", "situation", "etape", "fait_lie", "echeance")


def apply(connection: sqlcipher3.Connection) -> None:
    """Ajoute sans rien changer de ce qui est là, dans la transaction en cours."""
    statements = [*_STATEMENTS]
    for table in _SEALED:
        statements += seal_table(table)
    for statement in statements:
        connection.execute(statement)
