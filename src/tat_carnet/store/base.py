"""La base ouverte, telle que les dépôts la voient : lire des lignes, changer d'un bloc."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any, Final

import sqlcipher3

from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.store.failures import known_failures

_PATIENCE: Final = 0.02
"""Secondes entre deux interruptions : l'autre fil a pu n'avoir pas encore commencé."""

_OFTEN: Final = 50_000
"""Instructions de SQLite entre deux appels : quelques millisecondes."""

_GONE: Final = (
    "Le cahier n’est plus à sa place : sa clé a pu être débranchée. Ce qui était enregistré y est "
    "toujours. Rebranchez-la, puis réessayez."
)

Row = tuple[Any, ...]


def _place(database: Path) -> tuple[int, int] | None:
    """Le disque et le numéro d'un fichier, ou rien s'il n'est plus là."""
    try:
        found = database.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Base:
    """Une connexion chiffrée et ses deux gestes, un fil à la fois."""

    def __init__(self, connection: sqlcipher3.Connection, database: Path | None = None) -> None:
        """`database` : son fichier ; s'il quitte sa place, plus rien ne s'écrit."""
        self._connection = connection
        self._database = database
        self._place = None if database is None else _place(database)
        self._busy = RLock()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Toutes les lignes d'une requête."""
        with self._busy, known_failures():
            rows: list[Row] = self._connection.execute(sql, parameters).fetchall()
            return rows

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """La première ligne, ou `None`."""
        return next(iter(self.rows(sql, parameters)), None)

    @contextmanager
    def change(self) -> Iterator[sqlcipher3.Connection]:
        """Une transaction : durable au retour, ou rien n'a changé.

        `EcritureImpossible` si le disque refuse ; on peut alors réessayer.
        """
        with self._busy, known_failures():
            self._check_place()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # un disque plein a pu déjà l'annuler
                    self._connection.execute("ROLLBACK")
                raise

    def _check_place(self) -> None:
        """Une clé arrachée se démonte parfois sans erreur : écrire n'irait plus nulle part."""
        if self._database is not None and _place(self._database) != self._place:
            raise EcritureImpossible(_GONE)

    def checkpoint(self) -> None:
        """Vide le journal WAL dans la base : après une purge, rien n'y reste."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def compact(self) -> None:
        """Récrit toute la base, puis vide le journal : après quoi l'effacé n'est plus nulle part.

        `secure_delete` ne suffit pas : quand SQLite rééquilibre ses pages, il laisse parfois dans
        leur place libre une copie de ce qu'elles portaient (épreuve 9). Une seconde environ pour
        100 000 faits ; un verrouillage l'interrompt, et la base reste telle qu'elle était.
        """
        self.rows("VACUUM")
        self.checkpoint()

    @property
    def changes(self) -> int:
        """Les lignes que cette connexion a changées ; ne croît que si quelque chose s'écrit."""
        return int(self._connection.total_changes)

    def call_often(self, check: Callable[[], None]) -> None:
        """Appelle `check` au fil des requêtes longues ; s'il lève, elles s'interrompent."""

        def stop() -> bool:
            try:
                check()
            except EcritureImpossible:
                return True
            return False

        self._connection.set_progress_handler(stop, _OFTEN)

    @contextmanager
    def seized(self) -> Iterator[None]:
        """Prend la base pour ce fil, en interrompant ce qu'un autre y fait."""
        while not self._busy.acquire(timeout=_PATIENCE):
            with suppress(sqlcipher3.ProgrammingError):  # l'autre fil vient de la fermer
                self._connection.interrupt()
        try:
            yield
        finally:
            self._busy.release()

    def close(self) -> None:
        """Ferme la connexion quand l'autre fil a rendu la main ; sans effet la seconde fois."""
        with self._busy:  # fermer sous une requête en cours planterait SQLite
            self._connection.close()


class Depot:
    """Ce que partagent les dépôts d'un cahier : la base ouverte."""

    def __init__(self, base: Base) -> None:
        self._base = base
