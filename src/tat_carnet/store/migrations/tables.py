"""Ce que toute table du cahier partage : le jeton qui la scelle, l'index qui la cherche."""

from __future__ import annotations

from collections.abc import Callable


def seal_table(table: str) -> tuple[str, ...]:
    """Chaque écriture donne à la ligne un jeton neuf et reporte la différence dans `identite`.

    Une vieille page recollée rapporte de vieux jetons : la somme ne tombe plus juste.
    """
    count = "UPDATE identite SET compteur = compteur + 1, somme = somme"
    return (
        f"CREATE TRIGGER {table}_ajoute AFTER INSERT ON {table} BEGIN {count} + new.jeton; END",
        f"CREATE TRIGGER {table}_retire AFTER DELETE ON {table} BEGIN {count} - old.jeton; END",
        f"CREATE TRIGGER {table}_change AFTER UPDATE OF jeton ON {table} "
        f"BEGIN {count} - old.jeton + new.jeton; END",
    )


def folded(expression: str) -> str:
    """« cœur » s'indexe « coeur » : le découpeur de FTS5 ramène les accents, pas les ligatures."""
    for ligature, letters in (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE")):
        expression = f"replace({expression}, '{ligature}', '{letters}')"
    return expression


def index_table(
    table: str,
    number: str,
    columns: Callable[[str], dict[str, str]],
    watched: tuple[str, ...],
) -> tuple[str, ...]:
    """Un index plein texte sur une vue de `table`, et les déclencheurs qui le tiennent à jour."""
    index, names = f"{table}_index", ", ".join(columns(table))
    shown = ", ".join(f"{value} AS {name}" for name, value in columns(table).items())
    added, removed = (", ".join(columns(row).values()) for row in ("new", "old"))
    add = f"INSERT INTO {index} (rowid, {names}) VALUES (new.{number}, {added});"
    remove = (
        f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.{number}, {removed});"
    )
    changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in (number, *watched))
    return (
        f"CREATE VIEW {table}_indexe AS SELECT {number}, {shown} FROM {table}",
        f"CREATE VIRTUAL TABLE {index} USING fts5 ({names}, content='{table}_indexe', "
        # prefix : la deuxième lettre tapée, la plus lente sans lui (docs/decisions/0002-coffre.md).
        f"content_rowid='{number}', tokenize='unicode61 remove_diacritics 2', prefix='2')",
        # Sans quoi les mots d'une ligne effacée restent lisibles dans l'index.
        f"INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 1)",
        f"CREATE TRIGGER {table}_indexe_ajoute AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {table}_indexe_retire AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {table}_indexe_change AFTER UPDATE ON {table} WHEN {changed} "
        f"BEGIN {remove} {add} END",
    )
