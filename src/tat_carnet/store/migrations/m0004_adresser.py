"""Schéma 4 : l'annuaire et ses échanges, les courriers, l'en-tête de l'association."""

from __future__ import annotations

from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import folded, index_table, seal_table

VERSION: Final = 4

_TABLES: Final = (
    # `tri` est le nom replié : l'ordre alphabétique ne tient compte ni des accents ni de la casse.
    # `codes` rend la nature de la structure cherchable.
    """CREATE TABLE partenaire (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        tri TEXT NOT NULL,
        codes TEXT NOT NULL,
        nom TEXT NOT NULL,
        type TEXT NOT NULL,
        fonction TEXT NOT NULL,
        titre TEXT NOT NULL,
        civilite TEXT NOT NULL,
        adresse TEXT NOT NULL,
        telephone TEXT NOT NULL,
        courriel TEXT NOT NULL,
        competences TEXT NOT NULL,
        publics TEXT NOT NULL,
        territoire TEXT NOT NULL,
        conditions TEXT NOT NULL,
        horaires TEXT NOT NULL,
        attentes TEXT NOT NULL,
        limites TEXT NOT NULL,
        verifie_le TEXT,
        confirmes TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    "CREATE INDEX partenaire_par_nom ON partenaire (tri, numero)",
    """CREATE TABLE echange (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        partenaire_id TEXT NOT NULL REFERENCES partenaire (id),
        le TEXT NOT NULL,
        canal TEXT NOT NULL,
        objet TEXT NOT NULL,
        suite TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    "CREATE INDEX echange_du_partenaire ON echange (partenaire_id, le)",
    # `contenu` est le courrier entier ; les colonnes sont ce que le registre trie et cherche.
    """CREATE TABLE courrier (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        reference TEXT NOT NULL,
        statut TEXT NOT NULL,
        partenaire_id TEXT REFERENCES partenaire (id),
        contenu TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    "CREATE UNIQUE INDEX courrier_par_reference ON courrier (reference) WHERE reference <> ''",
    """CREATE TABLE entete (
        id TEXT PRIMARY KEY CHECK (id = 'entete'),
        contenu TEXT NOT NULL,
        largeur INTEGER,
        hauteur INTEGER,
        points BLOB,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
)
_SEALED: Final = ("partenaire", "echange", "courrier", "entete")
_WATCHED: Final = ("nom", "fonction", "territoire", "conditions", "codes")


def _partenaire_columns(row: str) -> dict[str, str]:
    """Ce qui s'indexe d'une structure : ce qu'on en retient, et sa nature."""
    return {
        "nom": folded(f"{row}.nom"),
        "fonction": folded(f"{row}.fonction"),
        "texte": folded(f"{row}.territoire || ' ' || {row}.conditions"),
        "codes": f"{row}.codes",
    }


def apply(connection: sqlcipher3.Connection) -> None:
    """Crée les tables, dans la transaction en cours."""
    statements = [*_TABLES]
    for table in _SEALED:
        statements += seal_table(table)
    statements += index_table("partenaire", "numero", _partenaire_columns, _WATCHED)
    for statement in statements:
        connection.execute(statement)
