"""Schéma 12 : la formulation d'un fait se cherche ; un mot de l'index dit de quelle colonne il est.

L'index des faits est refait. Sa colonne à part tient la formulation hors de ce qui est brut.
"""

from __future__ import annotations

from typing import Final

import sqlcipher3

from tat_carnet.store.migrations import m0003_retenir
from tat_carnet.store.migrations.tables import folded, index_table

VERSION: Final = 12

_WATCHED: Final = (*m0003_retenir._WATCHED, "formulation")
_OLD: Final = ("DROP TABLE fait_mots", *m0003_retenir._OLD_INDEX)
_NEW: Final = (
    "INSERT INTO fait_index (fait_index) VALUES ('rebuild')",
    "CREATE VIRTUAL TABLE fait_mots USING fts5vocab('fait_index', 'col')",
)


def _fait_columns(row: str) -> dict[str, str]:
    """Ce qui s'indexe d'un fait : comme depuis le schéma 3, et sa formulation."""
    return m0003_retenir._fait_columns(row) | {"relu": folded(f"{row}.formulation")}


def apply(connection: sqlcipher3.Connection) -> None:
    """Refait l'index des faits d'après les textes gardés, dans la transaction en cours."""
    for statement in (*_OLD, *index_table("fait", "rang", _fait_columns, _WATCHED), *_NEW):
        connection.execute(statement)
