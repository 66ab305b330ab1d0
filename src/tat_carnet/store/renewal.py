"""Changer de secret, ou de clé : remballer sans toucher aux données, ou tout rechiffrer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.store.atomic import create_private, sync_folder, write_atomic
from tat_carnet.store.cles import PHRASE, SECOURS, DataKey, wrap
from tat_carnet.store.connection import connect
from tat_carnet.store.keyring import Keyring
from tat_carnet.store.layout import DATABASE, KEYRINGS, NEW_DATABASE, has_journal
from tat_carnet.store.opening import open_base
from tat_carnet.store.verification import check_database


def rewrapped(keyring: Keyring, key: DataKey, name: str, secret: str) -> Keyring:
    """Le trousseau dont la fente `name` s'ouvre avec `secret`, au même réglage d'Argon2id."""
    settings = keyring.slots[name].settings
    slot = wrap(secret, key, keyring.cahier_id, name, settings)
    slots = keyring.slots | {name: slot}
    return replace(keyring, generation=keyring.generation + 1, slots=slots).sealed(key)


def renewed(keyring: Keyring, key: DataKey, phrase: str, code: str) -> Keyring:
    """Le trousseau du même cahier pour une clé neuve."""
    secrets = {PHRASE: phrase, SECOURS: code}
    slots = {
        name: wrap(secret, key, keyring.cahier_id, name, keyring.slots[name].settings)
        for name, secret in secrets.items()
    }
    return Keyring(keyring.cahier_id, keyring.generation + 1, slots).sealed(key)


def copy_database(
    source: Path,
    key: DataKey,
    target: Path,
    target_key: DataKey,
    progress: Callable[[int, int, int], None] | None = None,
) -> None:
    """Recopie la base ouverte `source` vers un fichier neuf, sous une autre clé ou la même.

    `progress` reçoit un code, le nombre de pages restantes et leur total ; lever y arrête tout.
    """
    create_private(target)
    with closing(connect(source, key)) as read, closing(connect(target, target_key)) as written:
        read.backup(written, pages=512, progress=progress)


def prepare_renewal(folder: Path, key: DataKey, new_key: DataKey, cahier_id: str) -> None:
    """Rechiffre la base à côté de l'ancienne, et relit le résultat de bout en bout."""
    target = folder / NEW_DATABASE
    target.unlink(missing_ok=True)
    copy_database(folder / DATABASE, key, target, new_key)
    with closing(open_base(target, new_key, cahier_id)) as base:
        check_database(base)


def commit_renewal(folder: Path, keyring: Keyring) -> None:
    """Met la base rechiffrée à la place de l'ancienne, fermée et sans journal en attente.

    Coupé à tout instant, il reste une copie du trousseau pour la base en place : la première
    garde l'ancienne clé jusqu'à ce que la base ait changé, la seconde a déjà la nouvelle.
    """
    if has_journal(folder / DATABASE):
        raise EcritureImpossible(
            "La clé n’a pas pu être renouvelée : le disque retient des écritures. "
            "Rien n’est perdu. Verrouillez, rouvrez, puis réessayez."
        )
    content = keyring.to_bytes()
    write_atomic(folder / KEYRINGS[1], content)
    (folder / NEW_DATABASE).replace(folder / DATABASE)
    sync_folder(folder)
    write_atomic(folder / KEYRINGS[0], content)
