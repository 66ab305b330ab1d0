"""Schéma 13 : ce qui a été relu d'un fait, pour chaque lecteur (décision 0027)."""

from __future__ import annotations

from typing import Final

import sqlcipher3

VERSION: Final = 13

_STATEMENT: Final = "ALTER TABLE fait ADD COLUMN relues TEXT NOT NULL DEFAULT '{}'"


def apply(connection: sqlcipher3.Connection) -> None:
    """Une formulation d'avant ne dit pas pour qui : elle ne vaut que pour le collectif."""
    connection.execute(_STATEMENT)
