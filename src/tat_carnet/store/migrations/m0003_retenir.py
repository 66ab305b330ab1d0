"""Schéma 3 : l'histoire des degrés, la corbeille, les traces, les épisodes, les filtres gardés.

L'index des faits est refait : il sait en plus le thème, la gravité et la relecture.
"""

from __future__ import annotations

from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import folded, index_table, seal_table

VERSION: Final = 3

_COLUMNS: Final = (
    "ALTER TABLE tournee ADD COLUMN debut TEXT",
    "ALTER TABLE tournee ADD COLUMN fin TEXT",
    "ALTER TABLE fait ADD COLUMN materiel TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE fait ADD COLUMN signale_a TEXT",
    "ALTER TABLE fait ADD COLUMN signale_le TEXT",
    "ALTER TABLE fait ADD COLUMN ramasse_le TEXT",
    "ALTER TABLE fait ADD COLUMN episode_id TEXT",
    "CREATE INDEX fait_par_episode ON fait (episode_id) WHERE episode_id IS NOT NULL",
    # La frise d'un site se lit dans l'index seul, sans toucher aux textes.
    "DROP INDEX fait_du_site",
    "CREATE INDEX fait_du_site ON fait (site, rang, type, attestation)",
    "CREATE INDEX tournee_du_secteur ON tournee (secteur, jour, ras)",
)
_TABLES: Final = (
    # L'histoire suit son fait : l'effacer l'emporte.
    """CREATE TABLE changement_attestation (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        fait_id TEXT NOT NULL REFERENCES fait (id) ON DELETE CASCADE,
        ancien TEXT NOT NULL,
        nouveau TEXT NOT NULL,
        le TEXT NOT NULL,
        motif TEXT NOT NULL,
        reunion_le TEXT,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    "CREATE INDEX changement_du_fait ON changement_attestation (fait_id)",
    # Hors de `fait` : rien de ce qui compte, cherche ou purge des faits n'a à s'en souvenir.
    """CREATE TABLE corbeille (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        jete_le TEXT NOT NULL,
        contenu TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    """CREATE TABLE filtre_garde (
        numero INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        contenu TEXT NOT NULL,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
    """CREATE TABLE mot_ajoute (
        numero INTEGER PRIMARY KEY,
        mot TEXT NOT NULL UNIQUE,
        jeton INTEGER NOT NULL DEFAULT (random() & 0xFFFFFFFFFF)
    ) STRICT""",
)
_SEALED: Final = ("changement_attestation", "corbeille", "filtre_garde", "mot_ajoute")
_OLD_INDEX: Final = (
    "DROP TRIGGER fait_indexe_ajoute",
    "DROP TRIGGER fait_indexe_retire",
    "DROP TRIGGER fait_indexe_change",
    "DROP TABLE fait_index",
    "DROP VIEW fait_indexe",
)
_WATCHED: Final = (
    "texte_brut", "libelle_autre", "materiel", "site", "type", "attestation", "themes", "gravite",
    "relu_le",
)  # fmt: skip


def _theme_codes(row: str) -> str:
    """« ["cadre_de_vie"] » donne « themecadredevie » ; aucun thème choisi, « themedefaut »."""
    codes = f"replace({row}.themes, '_', '')"
    for found, code in (('["', "theme"), ('", "', " theme"), ('"]', ""), ("[]", "themedefaut")):
        codes = f"replace({codes}, '{found}', '{code}')"
    return codes


def _fait_columns(row: str) -> dict[str, str]:
    """Ce qui s'indexe d'un fait ; `codes` rend ses champs codés cherchables."""
    return {
        "texte": folded(f"{row}.texte_brut"),
        "libelle": folded(f"{row}.libelle_autre || ' ' || {row}.materiel"),
        "codes": f"'site' || {row}.site || ' type' || replace({row}.type, '_', '')"
        f" || ' attestation' || {row}.attestation || ' ' || {_theme_codes(row)}"
        f" || ' gravite' || replace(coalesce({row}.gravite, 'sans'), '_', '')"
        f" || CASE WHEN {row}.relu_le IS NULL THEN ' relunon' ELSE ' reluoui' END",
    }


def _tournee_columns(row: str) -> dict[str, str]:
    """Ce qui s'indexe d'une tournée : sa note, son binôme, son secteur."""
    return {name: folded(f"{row}.{name}") for name in ("note", "binome", "secteur")}


def apply(connection: sqlcipher3.Connection) -> None:
    """Ajoute tout, et refait les index, dans la transaction en cours."""
    statements = [*_COLUMNS, *_TABLES, *_OLD_INDEX]
    for table in _SEALED:
        statements += seal_table(table)
    statements += index_table("fait", "rang", _fait_columns, _WATCHED)
    statements += index_table("tournee", "numero", _tournee_columns, ("note", "binome", "secteur"))
    statements += [
        f"INSERT INTO {t}_index ({t}_index) VALUES ('rebuild')" for t in ("fait", "tournee")
    ]
    for statement in statements:
        connection.execute(statement)
