"""Schéma 7 : motifs des blocages levés, codes de ce qui est sorti, tests de l'intrus."""

from __future__ import annotations

from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import seal_table

VERSION: Final = 7

_TABLES: Final = (
    """CREATE TABLE levee (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        le TEXT NOT NULL,
        categorie TEXT NOT NULL,
        motif TEXT NOT NULL,
        fait_id TEXT REFERENCES fait (id) ON DELETE CASCADE,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    "CREATE INDEX levee_du_fait ON levee (fait_id) WHERE fait_id IS NOT NULL",
    # Part avec la ligne du journal qu'elle complète, purge comprise.
    """CREATE TABLE sillage (
        numero INTEGER PRIMARY KEY,
        journal INTEGER NOT NULL REFERENCES journal (numero) ON DELETE CASCADE,
        reference TEXT NOT NULL,
        lieu TEXT NOT NULL,
        periode TEXT NOT NULL,
        type TEXT NOT NULL,
        tranche_age TEXT,
        publics TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    "CREATE INDEX sillage_de_la_sortie ON sillage (journal)",
    "CREATE INDEX sillage_du_fait ON sillage (reference)",
    """CREATE TABLE essai_intrus (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        le TEXT NOT NULL,
        genre TEXT NOT NULL,
        famille INTEGER NOT NULL,
        gardien INTEGER NOT NULL,
        policier INTEGER NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
)

_SEALED: Final = ("levee", "sillage", "essai_intrus")


def apply(connection: sqlcipher3.Connection) -> None:
    """Ajoute ce que le sas retient, dans la transaction en cours."""
    for statement in (*_TABLES, *(s for table in _SEALED for s in seal_table(table))):
        connection.execute(statement)
