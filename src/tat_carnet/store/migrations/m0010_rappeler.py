"""Schéma 10 : de quel passage vient un motif qui n'est pas d'un fait, pour l'y remontrer."""

from __future__ import annotations

from typing import Final

import sqlcipher3

VERSION: Final = 10

_STATEMENT: Final = "ALTER TABLE levee ADD COLUMN passage TEXT NOT NULL DEFAULT ''"


def apply(connection: sqlcipher3.Connection) -> None:
    """Une levée d'avant, sans passage, ne se remontre pas : on ne sait plus d'où elle vient."""
    connection.execute(_STATEMENT)
