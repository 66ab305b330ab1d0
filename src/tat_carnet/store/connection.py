"""Ouvrir la base chiffrée, avec les réglages sans lesquels elle ne protège rien."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sqlcipher3

from tat_carnet.store.cles import DataKey

_OPTIONS: Final = frozenset({"HAS_CODEC", "ENABLE_FTS5", "TEMP_STORE=2", "THREADSAFE=1"})
_FORBIDDEN: Final = frozenset({24, 25})  # SQLITE_ATTACH, SQLITE_DETACH (sqlite3.h)
_OK, _DENY = 0, 1

_SETTINGS: Final = (
    ("temp_store", "MEMORY", 2),  # sur fichier, tris et annulations s'écrivent en clair
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),  # une page libérée est remise à zéro
    ("cache_size", "-8192", -8192),  # deux fois plus ne fait pas chercher plus vite
    ("trusted_schema", "OFF", 0),
    ("journal_mode", "WAL", "wal"),  # en dernier : c'est la première lecture, donc la clé vérifiée
)


def _deny_attach(action: int, name: str | None, *_: str | None) -> int:
    """Attacher une base permettrait d'en créer une en clair (`ATTACH … KEY ''`).

    Une base sans nom vit en mémoire (`temp_store`) : `VACUUM`, qui récrit tout, en demande une.
    """
    return _DENY if action in _FORBIDDEN and name != "" else _OK


def check_library() -> None:
    """`RuntimeError` si la bibliothèque n'est pas celle qu'il faut : un défaut d'installation.

    Le `sqlite3` de Python ignore `PRAGMA key` sans rien dire, et écrirait en clair.
    """
    connection = sqlcipher3.connect(":memory:")
    try:
        version = connection.execute("PRAGMA cipher_version").fetchone()
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    finally:
        connection.close()
    if not version or not options >= _OPTIONS:
        raise RuntimeError("SQLCipher absent, ou compilé sans les options requises")


def connect(database: Path, key: DataKey) -> sqlcipher3.Connection:
    """Une connexion réglée, clé vérifiée. Le fichier doit exister ; il n'est jamais créé ici.

    `sqlcipher3.DatabaseError` si la clé n'ouvre pas la base ou si sa première page est abîmée.
    """
    check_library()
    connection = sqlcipher3.connect(
        database.absolute().as_uri() + "?mode=rw",
        uri=True,
        isolation_level=None,
        # Verrouiller ferme la connexion depuis le fil qui le demande ; SQLite est en mode
        # sérialisé (THREADSAFE=1, vérifié ci-dessus).
        check_same_thread=False,
    )
    try:
        _configure(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: sqlcipher3.Connection, key: DataKey) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")  # sinon des erreurs sur la sortie d'erreur
    hexadecimal = key.sqlcipher()
    connection.set_key(hexadecimal)  # jamais dans un texte SQL, qu'une trace verrait
    hexadecimal[:] = bytes(len(hexadecimal))
    for name, value, expected in _SETTINGS:
        connection.execute(f"PRAGMA {name}={value}")
        if connection.execute(f"PRAGMA {name}").fetchone() != (expected,):
            raise RuntimeError(f"SQLCipher refuse le réglage {name}")
    connection.set_authorizer(_deny_attach)
