"""Schéma 2 : durées, annonces et journal des purges, suspension ; imports de tableurs."""

from __future__ import annotations

from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import seal_table

VERSION: Final = 2

_TABLES: Final = (
    """CREATE TABLE duree_conservation (
        objet TEXT PRIMARY KEY,
        mois INTEGER NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    """CREATE TABLE annonce_purge (
        objet TEXT PRIMARY KEY,
        annoncee_le TEXT NOT NULL,
        prevue_le TEXT NOT NULL,
        borne TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    # Où en est la purge commencée : elle reprend à la ligne qui suit `curseur`, règle `regle`.
    """CREATE TABLE purge_en_cours (
        unique_ligne INTEGER PRIMARY KEY CHECK (unique_ligne = 1),
        objet TEXT NOT NULL,
        borne TEXT NOT NULL,
        regle INTEGER NOT NULL,
        curseur INTEGER NOT NULL,
        nombres TEXT NOT NULL,
        empreinte TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE suspension_purge (
        unique_ligne INTEGER PRIMARY KEY CHECK (unique_ligne = 1),
        depuis TEXT NOT NULL,
        direction_prevenue INTEGER NOT NULL,
        motif TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    """CREATE TABLE journal_purge (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        le TEXT NOT NULL,
        geste TEXT NOT NULL,
        objet TEXT,
        borne TEXT,
        nombres TEXT NOT NULL,
        empreinte TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    """CREATE TABLE import (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        le TEXT NOT NULL,
        empreinte TEXT NOT NULL,
        sites TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    """CREATE TABLE fait_importe (
        numero INTEGER PRIMARY KEY,
        fait_id TEXT NOT NULL UNIQUE REFERENCES fait (id) ON DELETE CASCADE,
        import INTEGER NOT NULL REFERENCES import (numero) ON DELETE CASCADE,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    "CREATE INDEX fait_de_l_import ON fait_importe (import)",
    # Effacer une tournée demande quels faits la nomment.
    "CREATE INDEX fait_de_la_tournee ON fait (tournee_id) WHERE tournee_id IS NOT NULL",
    # Les mots différents de l'index, pour savoir quels termes de masquage n'y sont plus.
    "CREATE VIRTUAL TABLE fait_mots USING fts5vocab('fait_index', 'row')",
)

_SEALED: Final = (
    "duree_conservation",
    "annonce_purge",
    "suspension_purge",
    "journal_purge",
    "import",
    "fait_importe",
)


def apply(connection: sqlcipher3.Connection) -> None:
    """Ajoute les tables, vides ; aucune donnée ne change."""
    for statement in _TABLES:
        connection.execute(statement)
    for table in _SEALED:
        for statement in seal_table(table):
            connection.execute(statement)
