"""Effacer des index plein texte : mot à mot et sans reste, ou vite, puis les refaire.

Effacé sans reste (`secure-delete`), un texte coûte 3 à 7 ms : chaque mot se cherche et se retire de
sa page. Marqué seulement, il en coûte vingt fois moins et plus rien ne le trouve, mais ses mots
restent dans les pages de l'index jusqu'à ce qu'on le refasse d'après les textes qui restent.
"""

from __future__ import annotations

from typing import Final

import sqlcipher3

INDEXES: Final = """
    SELECT name FROM sqlite_schema WHERE name GLOB '*_index' AND sql LIKE '%USING fts5%'
"""
"""Le nom de chaque index plein texte."""


def erase_fast(connection: sqlcipher3.Connection) -> None:
    """Désormais, effacer marque. À n'écrire qu'avec ce qui fera appeler `rebuild`, même tué."""
    _erase_surely(connection, sure=False)


def rebuild(connection: sqlcipher3.Connection) -> None:
    """Refait les index qui marquaient, et revient à l'effacement sans reste. Sans effet sinon.

    Deux à cinq secondes pour 100 000 faits, selon leurs formulations ; reste à vider les pages
    libres (`Base.compact`).
    """
    if _sure(connection):
        return
    for index in _names(connection):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    _erase_surely(connection, sure=True)


def _names(connection: sqlcipher3.Connection) -> list[str]:
    return [name for (name,) in connection.execute(INDEXES).fetchall()]


def _erase_surely(connection: sqlcipher3.Connection, *, sure: bool) -> None:
    for index in _names(connection):
        connection.execute(
            f"INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', ?)", (int(sure),)
        )


def _sure(connection: sqlcipher3.Connection) -> bool:
    """Vrai si chaque index efface sans reste ; le réglage est écrit dans l'index."""
    return all(
        connection.execute(
            f"SELECT 1 FROM {index}_config WHERE k = 'secure-delete' AND v = 1"
        ).fetchone()
        for index in _names(connection)
    )
