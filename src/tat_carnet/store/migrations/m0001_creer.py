"""Schéma 1 : tournées, sites, faits et leur index, brouillon, masquage, journal, identité."""

from __future__ import annotations

from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import folded, index_table, seal_table

VERSION: Final = 1
APPLICATION_ID: Final = 0x74617463  # « tatc »

_TABLES: Final = (
    # Une seule ligne : de quel cahier est cette base, et où il en est. `compteur` croît à chaque
    # ligne écrite, `somme` est celle des `jeton` de toutes les lignes.
    """CREATE TABLE identite (
        unique_ligne INTEGER PRIMARY KEY CHECK (unique_ligne = 1),
        cahier TEXT NOT NULL,
        compteur INTEGER NOT NULL DEFAULT 0,
        somme INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE tournee (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        jour TEXT NOT NULL,
        plage TEXT NOT NULL,
        secteur TEXT NOT NULL,
        binome TEXT NOT NULL,
        note TEXT NOT NULL,
        ras INTEGER NOT NULL,
        terminee INTEGER NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    "CREATE INDEX tournee_par_jour ON tournee (jour)",
    """CREATE TABLE site (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        libelle_public TEXT NOT NULL,
        secteur TEXT NOT NULL,
        type TEXT NOT NULL,
        maille TEXT NOT NULL,
        ilot TEXT NOT NULL,
        nom_usage TEXT NOT NULL,
        logements_approx INTEGER,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    # `rang` range les faits par instant puis par ordre d'écriture : lire ou chercher « le plus
    # récent d'abord » suit les numéros de ligne, sans tri.
    """CREATE TABLE fait (
        rang INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        site INTEGER NOT NULL REFERENCES site (numero),
        tournee_id TEXT REFERENCES tournee (id),
        instant TEXT NOT NULL,
        type TEXT NOT NULL,
        texte_brut TEXT NOT NULL,
        libelle_autre TEXT NOT NULL,
        themes TEXT NOT NULL,
        quantite INTEGER,
        taille_groupe TEXT,
        tranche_age TEXT,
        publics TEXT NOT NULL,
        impacts TEXT NOT NULL,
        attestation TEXT NOT NULL,
        natures_source TEXT NOT NULL,
        reunion_le TEXT,
        gravite TEXT,
        urgence TEXT,
        recurrence TEXT,
        formulation TEXT NOT NULL,
        relu_le TEXT,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    # Sert la récence des sites et, parce qu'il est étroit, les pages lointaines.
    "CREATE INDEX fait_du_site ON fait (site)",
    "CREATE INDEX fait_par_rang ON fait (rang)",
    """CREATE TABLE brouillon (
        unique_ligne INTEGER PRIMARY KEY CHECK (unique_ligne = 1),
        contenu TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE terme_masquage (
        numero INTEGER PRIMARY KEY,
        terme TEXT NOT NULL UNIQUE,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    """CREATE TABLE journal (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        le TEXT NOT NULL,
        genre TEXT NOT NULL,
        format TEXT NOT NULL,
        destinataire TEXT NOT NULL,
        empreinte TEXT NOT NULL,
        faits TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
)

_SEALED: Final = ("tournee", "site", "fait", "terme_masquage", "journal")


def _fait_columns(row: str) -> dict[str, str]:
    """Ce qui s'indexe d'un fait ; `codes` rend site, type et attestation cherchables."""
    return {
        "texte": folded(f"{row}.texte_brut"),
        "libelle": folded(f"{row}.libelle_autre"),
        "codes": f"'site' || {row}.site || ' type' || replace({row}.type, '_', '')"
        f" || ' attestation' || {row}.attestation",
    }


def _site_columns(row: str) -> dict[str, str]:
    """Ce qui s'indexe d'un site : ses deux noms."""
    return {
        "public": folded(f"{row}.libelle_public"),
        "usage": folded(f"{row}.nom_usage"),
    }


def apply(connection: sqlcipher3.Connection) -> None:
    """Crée tout, dans la transaction en cours."""
    statements = [*_TABLES]
    for table in _SEALED:
        statements += seal_table(table)
    watched = ("texte_brut", "libelle_autre", "site", "type", "attestation")
    statements += index_table("fait", "rang", _fait_columns, watched)
    statements += index_table("site", "numero", _site_columns, ("libelle_public", "nom_usage"))
    for statement in statements:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
