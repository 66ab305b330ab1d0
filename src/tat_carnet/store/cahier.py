"""Le cahier ouvert : un dossier, sa base, sa clé, son verrou, et un seul propriétaire pour tous."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from tat_carnet.domain.errors import CahierIllisible, EcritureImpossible, PhraseErronee
from tat_carnet.store import code_secours as codes
from tat_carnet.store.atomic import create_private, sync_folder
from tat_carnet.store.base import Base
from tat_carnet.store.brouillons import Brouillons
from tat_carnet.store.cles import PHRASE, SECOURS, DataKey, unwrap, wrap
from tat_carnet.store.connection import connect
from tat_carnet.store.failures import known_failures
from tat_carnet.store.faits import Faits
from tat_carnet.store.journal import Journal
from tat_carnet.store.kdf import KdfSettings, calibrate
from tat_carnet.store.keyring import Keyring, read_copies, repair_copies, write_copies
from tat_carnet.store.layout import BACKUPS, DATABASE, LOCK, PAGE, check_folder
from tat_carnet.store.lock import WriterLock
from tat_carnet.store.masquage import Masquage
from tat_carnet.store.migrations import schema_version, upgrade
from tat_carnet.store.sites import Sites
from tat_carnet.store.tournees import Tournees


class CahierOuvert(Tournees, Sites, Faits, Brouillons, Masquage, Journal):
    """Un cahier déverrouillé : tient la connexion, la clé et le verrou jusqu'à `close`.

    Répond à `usecases.ports.Cahier`. Sert dans un fil à la fois ; `close` peut venir d'un autre.
    """

    def __init__(
        self, path: Path, base: Base, key: DataKey, lock: WriterLock, *, demonstration: bool = False
    ) -> None:
        super().__init__(base)
        self._key, self._lock = key, lock
        self.path = path
        self.demonstration = demonstration
        """Vrai pour un cahier fictif, détruit à sa fermeture."""

    def close(self) -> None:
        """Ferme la base, efface la clé, rend le verrou. Sans effet la seconde fois."""
        try:
            self._base.close()
        finally:
            self._key.wipe()
            self._lock.release()
            if self.demonstration:
                shutil.rmtree(self.path, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create(
    path: Path, phrase: str, code_secours: str, *, kdf: KdfSettings | None = None
) -> CahierOuvert:
    """Crée le dossier `path` (« Nom.cahier ») et l'ouvre. Environ trois secondes.

    `kdf` : le réglage d'Argon2id, calibré sur cette machine par défaut. Le dossier n'apparaît
    qu'entier. `CodeSecoursInvalide` si le code est mal recopié, `EcritureImpossible` si le nom
    est pris ou le disque refuse.
    """
    code = codes.normalise(code_secours)
    _refuse_taken_name(path)
    settings = kdf or calibrate()
    cahier_id, key = str(uuid4()), DataKey.draw()
    slots = {
        PHRASE: wrap(phrase, key, cahier_id, PHRASE, settings),
        SECOURS: wrap(code, key, cahier_id, SECOURS, settings),
    }
    keyring = Keyring(cahier_id, 1, slots).sealed(key)
    with known_failures():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
        try:
            _build(draft, key, cahier_id)
            write_copies(draft, keyring)
            _refuse_taken_name(path)
            draft.rename(path)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        sync_folder(path.parent)
        return _open(path, key, cahier_id, WriterLock(path))


def unlock(path: Path, secret: str) -> CahierOuvert:
    """Ouvre le cahier `path` avec sa phrase de passe ou son code de secours.

    `PhraseErronee` si le secret n'est pas le bon : rien n'est alors écrit. `CahierIllisible`,
    `CahierPlusRecent`, `CahierDejaOuvert`, `EcritureImpossible` disent les autres refus.
    Se lance dans un fil de travail : la dérivation ne tient pas le verrou de Python.
    """
    with known_failures():
        check_folder(path)
        copies = read_copies(path)
        lock = WriterLock(path)
        try:
            keyring, key = _find_key(copies, secret)
        except BaseException:
            lock.release()
            raise
        cahier = _open(path, key, keyring.cahier_id, lock)
        with suppress(OSError):  # une copie reste entière ; on réparera la prochaine fois
            repair_copies(path, keyring)
        return cahier


def open_demo(folder: Path) -> CahierOuvert:
    """Un cahier de démonstration, vide, sans phrase, dans un sous-dossier neuf de `folder`.

    Sa clé n'existe qu'en mémoire et `close` détruit son dossier.
    """
    cahier_id, key = str(uuid4()), DataKey.draw()
    with known_failures():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = Path(tempfile.mkdtemp(prefix="demonstration-", dir=folder))
        _build(path, key, cahier_id)
        return _open(path, key, cahier_id, WriterLock(path), demonstration=True)


def _refuse_taken_name(path: Path) -> None:
    if path.exists():
        raise EcritureImpossible(
            f"« {path.name} » existe déjà à cet endroit. Rien n’a été changé. "
            "Choisissez un autre nom."
        )


def _build(folder: Path, key: DataKey, cahier_id: str) -> None:
    """Remplit un dossier neuf : base au schéma courant, verrou, dossier des sauvegardes."""
    create_private(folder / LOCK)
    create_private(folder / DATABASE)
    (folder / BACKUPS).mkdir(mode=0o700)
    base = Base(connect(folder / DATABASE, key))
    try:
        upgrade(base, 0)
        with base.change() as connection:
            connection.execute(
                "INSERT INTO identite (unique_ligne, cahier) VALUES (1, ?)", (cahier_id,)
            )
    finally:
        base.close()


def _candidates(secret: str) -> list[tuple[str, str]]:
    """Les fentes à essayer, avec le texte à y présenter ; un code bien formé d'abord."""
    try:
        return [(SECOURS, codes.normalise(secret)), (PHRASE, secret)]
    except codes.CodeSecoursInvalide:
        return [(PHRASE, secret)]


def _find_key(copies: list[Keyring], secret: str) -> tuple[Keyring, DataKey]:
    """La copie que `secret` ouvre et la clé qu'elle rend, MAC vérifié."""
    altered = False
    for keyring in copies:
        for name, text in _candidates(secret):
            key = unwrap(text, keyring.slots[name], keyring.cahier_id, name)
            if key is not None and keyring.authentic(key):
                return keyring, key
            altered = altered or key is not None
    if altered:
        raise CahierIllisible(
            "Le fichier de clés de ce cahier a été modifié hors de l’application. "
            "Rien n’a été changé. Restaurez la sauvegarde la plus récente."
        )
    raise PhraseErronee(
        "Phrase erronée : elle n’ouvre pas ce cahier. Rien n’a été changé. "
        "Vérifiez les majuscules et les espaces, ou tapez votre code de secours."
    )


def _open(
    path: Path, key: DataKey, cahier_id: str, lock: WriterLock, *, demonstration: bool = False
) -> CahierOuvert:
    """Ouvre la base d'un dossier dont on a la clé et le verrou ; les rend si elle échoue."""
    database = path / DATABASE
    journal = database.with_name(DATABASE + "-wal")
    with ExitStack() as on_failure:
        on_failure.callback(lock.release)
        on_failure.callback(key.wipe)
        pending = journal.exists() and journal.stat().st_size > 0
        base = Base(connect(database, key))
        on_failure.callback(base.close)
        version = schema_version(base)
        _check_whole(base, database, cahier_id, pending=pending)
        upgrade(base, version)
        on_failure.pop_all()
    return CahierOuvert(path, base, key, lock, demonstration=demonstration)


def _check_whole(base: Base, database: Path, cahier_id: str, *, pending: bool) -> None:
    """Lève `CahierIllisible` si la base est tronquée ou d'un autre cahier."""
    ((pages,),) = base.rows("PRAGMA page_count")
    # Un journal WAL en attente peut tenir des pages que la base n'a pas encore.
    truncated = not pending and database.stat().st_size != pages * PAGE
    if truncated or base.row("SELECT cahier FROM identite") != (cahier_id,):
        raise CahierIllisible(
            "La base de ce cahier est tronquée, ou vient d’un autre cahier. Rien n’a été changé. "
            "Restaurez la sauvegarde la plus récente."
        )
