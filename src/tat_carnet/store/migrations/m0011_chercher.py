"""Schéma 11 : se cherchent aussi les échanges, les pièces d'un courrier, les structures réunies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import sqlcipher3

from tat_carnet.store.migrations.tables import folded, index_table

VERSION: Final = 11


def _courrier_texts(row: str) -> str:
    """Ce qu'on relit d'un courrier ; un saut de ligne, « \\n » en JSON, y est une espace."""
    parts = (
        "objet", "effets", "demandes", "reponse[1]", "observes", "pieces", "disponibilite"
    )  # fmt: skip
    read = (f"coalesce(json_extract({row}.contenu, '$.{part}'), '')" for part in parts)
    return f"replace({row}.reference || ' ' || {' || char(10) || '.join(read)}, '\\n', ' ')"


def _courrier_columns(row: str) -> dict[str, str]:
    return {"texte": folded(_courrier_texts(row))}


def _echange_columns(row: str) -> dict[str, str]:
    return {"texte": folded(f"{row}.objet || ' ' || {row}.suite")}


_FICHE: Final = (
    "territoire", "conditions", "horaires", "attentes", "limites", "adresse"
)  # fmt: skip


def _partenaire_columns(row: str) -> dict[str, str]:
    """Ce qui s'indexe d'une structure : tout ce qu'on en retient, et sa nature."""
    return {
        "nom": folded(f"{row}.nom"),
        "fonction": folded(f"{row}.fonction"),
        "texte": folded(" || ' ' || ".join(f"{row}.{column}" for column in _FICHE)),
        "codes": f"{row}.codes",
    }


_REUNION: Final = (
    "instance", "lieu", "structures", "ordre_du_jour", "echanges", "questions", "alertes"
)  # fmt: skip


def _reunion_columns(row: str) -> dict[str, str]:
    """Ce qui s'indexe d'une réunion : tout ; ses structures sont une liste en JSON."""
    return {"texte": folded(" || ' ' || ".join(f"{row}.{column}" for column in _REUNION))}


_REDONE: Final[dict[str, tuple[Callable[[str], dict[str, str]], tuple[str, ...]]]] = {
    "courrier": (_courrier_columns, ("reference", "contenu")),
    "reunion": (_reunion_columns, _REUNION),
    "partenaire": (_partenaire_columns, ("nom", "fonction", "codes", *_FICHE)),
}
"""Par table dont l'index est refait : ce qui s'indexe, et les colonnes dont cela dépend."""


def _forget(table: str) -> tuple[str, ...]:
    """Ôte l'index d'avant ; une page libérée est remise à zéro (`secure_delete`)."""
    triggers = (f"DROP TRIGGER {table}_indexe_{when}" for when in ("ajoute", "retire", "change"))
    return (*triggers, f"DROP TABLE {table}_index", f"DROP VIEW {table}_indexe")


def apply(connection: sqlcipher3.Connection) -> None:
    """Refait trois index, en ajoute un, remplis de ce qui est là, dans la transaction en cours."""
    statements: list[str] = []
    for table, (columns, watched) in _REDONE.items():
        statements += _forget(table)
        statements += index_table(table, "numero", columns, watched)
    statements += index_table("echange", "numero", _echange_columns, ("objet", "suite"))
    statements += [
        f"INSERT INTO {table}_index ({table}_index) VALUES ('rebuild')"
        for table in (*_REDONE, "echange")
    ]
    for statement in statements:
        connection.execute(statement)
