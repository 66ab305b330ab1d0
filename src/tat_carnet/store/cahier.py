"""Créer un cahier, l'ouvrir, en ouvrir un de démonstration."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack, closing, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from tat_carnet.domain.errors import CahierIllisible, ErreurConnue, PhraseErronee
from tat_carnet.store import code_secours as codes
from tat_carnet.store.atomic import create_private, new_folder, remove_leftovers
from tat_carnet.store.base import Base
from tat_carnet.store.cahier_ouvert import CahierOuvert
from tat_carnet.store.cles import PHRASE, SECOURS, DataKey, wrap
from tat_carnet.store.connection import connect
from tat_carnet.store.failures import known_failures
from tat_carnet.store.kdf import KdfSettings, calibrate
from tat_carnet.store.keyring import Keyring, read_copies, repair_copies, write_copies
from tat_carnet.store.layout import BACKUPS, DATABASE, LOCK, NEW_DATABASE, check_folder
from tat_carnet.store.lock import WriterLock
from tat_carnet.store.migrations import CURRENT, schema_version, upgrade
from tat_carnet.store.opening import open_base, state_of
from tat_carnet.store.sauvegardes import free_moment, make_backup
from tat_carnet.store.seal import check_seal, read_seal
from tat_carnet.store.unlocking import authentic_keys

__all__ = ["CahierOuvert", "create", "open_demo", "unlock"]


def create(
    path: Path, phrase: str, code_secours: str, *, kdf: KdfSettings | None = None
) -> CahierOuvert:
    """Crée le dossier `path` (« Nom.cahier ») et l'ouvre. Environ trois secondes.

    `kdf` : le réglage d'Argon2id, calibré sur cette machine par défaut. Le dossier n'apparaît
    qu'entier. `CodeSecoursInvalide` si le code est mal recopié, `EcritureImpossible` si le nom
    est pris ou si le disque refuse.
    """
    code = codes.normalise(code_secours)
    cahier_id, key = str(uuid4()), DataKey.draw()
    with known_failures():
        with new_folder(path) as draft:
            settings = kdf or calibrate()
            slots = {
                PHRASE: wrap(phrase, key, cahier_id, PHRASE, settings),
                SECOURS: wrap(code, key, cahier_id, SECOURS, settings),
            }
            keyring = Keyring(cahier_id, 1, slots).sealed(key)
            _fill(draft, key, cahier_id)
            write_copies(draft, keyring)
        base = open_base(path / DATABASE, key, cahier_id)
        return CahierOuvert(path, base, key, WriterLock(path), keyring)


def unlock(path: Path, secret: str, *, accept_older: bool = False) -> CahierOuvert:
    """Ouvre le cahier `path` avec sa phrase de passe ou son code de secours.

    `PhraseErronee` si le secret n'est pas le bon : rien n'est alors écrit. `CahierIllisible`,
    `CahierPlusRecent`, `CahierDejaOuvert`, `EcritureImpossible` disent les autres refus ;
    `CahierRevenuEnArriere`, que la base est plus ancienne que son sceau : `accept_older` l'ouvre
    quand même. Se lance dans un fil de travail : la dérivation ne tient pas le verrou de Python.
    """
    with known_failures(), ExitStack() as on_failure:
        check_folder(path)
        copies = read_copies(path)
        lock = WriterLock(path)
        on_failure.callback(lock.release)
        keyring, key, base = _open_first(path, copies, secret)
        on_failure.callback(key.wipe)
        on_failure.callback(base.close)
        if not accept_older:
            check_seal(read_seal(path, key), state_of(base, keyring.cahier_id))
        _upgrade(path, base, key, keyring)
        with suppress(OSError):  # une copie reste entière ; on réparera la prochaine fois
            repair_copies(path, keyring)
            remove_leftovers(path)
        on_failure.pop_all()
    return CahierOuvert(path, base, key, lock, keyring)


def open_demo(folder: Path) -> CahierOuvert:
    """Un cahier de démonstration, vide, sans phrase, dans un sous-dossier neuf de `folder`.

    Sa clé n'existe qu'en mémoire et `close` détruit son dossier.
    """
    keyring, key = Keyring(str(uuid4()), 0, {}), DataKey.draw()
    with known_failures():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = Path(tempfile.mkdtemp(prefix="demonstration-", dir=folder))
        _fill(path, key, keyring.cahier_id)
        base = open_base(path / DATABASE, key, keyring.cahier_id)
        return CahierOuvert(path, base, key, WriterLock(path), keyring)


def _fill(folder: Path, key: DataKey, cahier_id: str) -> None:
    """Remplit un dossier neuf : base au schéma courant, verrou, dossier des sauvegardes."""
    create_private(folder / LOCK)
    create_private(folder / DATABASE)
    (folder / BACKUPS).mkdir(mode=0o700)
    with closing(Base(connect(folder / DATABASE, key))) as base:
        upgrade(base, 0)
        with base.change() as connection:
            connection.execute(
                "INSERT INTO identite (unique_ligne, cahier) VALUES (1, ?)", (cahier_id,)
            )


def _upgrade(path: Path, base: Base, key: DataKey, keyring: Keyring) -> None:
    """Met la base au schéma courant, après une sauvegarde vérifiée."""
    version = schema_version(base)
    if version < CURRENT:
        moment = free_moment(path / BACKUPS, datetime.now())
        make_backup(path, key, keyring, path / BACKUPS, moment, lambda: False)
        upgrade(base, version)


def _open_first(path: Path, copies: list[Keyring], secret: str) -> tuple[Keyring, DataKey, Base]:
    """La première copie que `secret` ouvre et dont la clé ouvre la base.

    Deux copies ne diffèrent qu'après une coupure en plein changement de phrase ou de clé ; l'une
    des deux est alors la bonne, et c'est la base qui le dit.
    """
    failure: ErreurConnue | None = None
    for keyring, key in authentic_keys(copies, secret):
        try:
            return keyring, key, open_base(path / DATABASE, key, keyring.cahier_id)
        except CahierIllisible as error:
            failure = failure or _why(path, copies, keyring, key, error)
            key.wipe()
    raise failure or PhraseErronee(
        "Phrase erronée : elle n’ouvre pas ce cahier. Rien n’a été changé. "
        "Vérifiez les majuscules et les espaces, ou tapez votre code de secours."
    )


def _why(
    path: Path, copies: list[Keyring], keyring: Keyring, key: DataKey, error: CahierIllisible
) -> ErreurConnue:
    """Pourquoi cette clé, la bonne pour son trousseau, n'ouvre pas la base : coupure ou dégât ?

    Un renouvellement coupé laisse deux trousseaux ; le neuf porte, sous la clé d'avant, la preuve
    qu'il la remplace. Coupé plus tôt, il laisse encore la base rechiffrée à côté.
    """
    swapped = not (path / NEW_DATABASE).exists()
    if swapped and any(copy.relieves(key) for copy in copies):
        return PhraseErronee(
            "La clé de ce cahier a été renouvelée : cette phrase, ou ce code, ne sert plus. "
            "Rien n’est perdu : tapez la nouvelle phrase, ou le nouveau code de secours."
        )
    if not swapped and _opens(path / NEW_DATABASE, key, keyring.cahier_id):
        return PhraseErronee(
            "Le renouvellement de la clé a été coupé avant la fin : cette phrase, ou ce code, ne "
            "sert pas encore. Rien n’est perdu : tapez l’ancienne phrase, ou l’ancien code."
        )
    return error


def _opens(database: Path, key: DataKey, cahier_id: str) -> bool:
    try:
        open_base(database, key, cahier_id).close()
    except ErreurConnue:
        return False
    return True
