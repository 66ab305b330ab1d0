"""L'empreinte de tout ce que porte un cahier, table par table : aucune n'y est nommée."""

from __future__ import annotations

import hashlib
from typing import Final

from tat_carnet.store.base import Base

HORS_CONTENU: Final = frozenset({"identite"})
"""Ce qui dit où en est la base, et non ce qu'on y a noté."""

_COLONNES: Final = """
    SELECT t.name, group_concat(c.name, ', ') FROM pragma_table_list AS t
    JOIN pragma_table_xinfo(t.name) AS c
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    AND c.name <> 'jeton' GROUP BY t.name ORDER BY t.name
"""
"""Les tables écrites par nous : ni celles de SQLite, ni celles dont un index se fait."""
_PAGE: Final = 500


def empreinte(base: Base) -> str:
    """SHA-256 additionnés de toutes les lignes : deux bases de même empreinte disent la même chose.

    L'ordre des lignes n'y compte pas, leur jeton non plus. Une page de lignes à la fois.
    """
    total = 0
    for table, columns in base.rows(_COLONNES):
        if table not in HORS_CONTENU:
            total += _table(base, table, columns)
    return f"{total % (1 << 256):064x}"


def _table(base: Base, table: str, columns: str) -> int:
    total, last = 0, -(1 << 63)
    while rows := base.rows(
        f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_PAGE}",
        (last,),
    ):
        last = rows[-1][0]
        for _, *values in rows:
            content = repr((table, columns, values)).encode("utf-8", "surrogatepass")
            total += int.from_bytes(hashlib.sha256(content).digest())
    return total
