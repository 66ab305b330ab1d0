"""Changer de secret, ou de clé : remballer sans toucher aux données, ou tout rechiffrer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.store.atomic import create_private, sync_folder, write_atomic
from tat_carnet.store.cles import DataKey, wrap
from tat_carnet.store.connection import connect
from tat_carnet.store.keyring import Keyring
from tat_carnet.store.layout import DATABASE, KEYRINGS, NEW_DATABASE, has_journal
from tat_carnet.store.opening import open_base
from tat_carnet.store.verification import check_database

Step = Callable[[float], None]
"""Reçoit la part faite, de 0 à 1 ; lever y arrête tout."""

_WRAPPED, _COPIED = 0.1, 0.6
"""La part faite une fois les fentes emballées, puis la base recopiée ; reste à la relire."""


def rewrapped(keyring: Keyring, key: DataKey, name: str, secret: str) -> Keyring:
    """Le trousseau dont la fente `name` s'ouvre avec `secret`, au même réglage d'Argon2id."""
    settings = keyring.slots[name].settings
    slot = wrap(secret, key, keyring.cahier_id, name, settings)
    slots = keyring.slots | {name: slot}
    return Keyring(keyring.cahier_id, keyring.generation + 1, slots).sealed(key)


def renewed(
    keyring: Keyring, former: DataKey, key: DataKey, secrets: dict[str, str], step: Step
) -> Keyring:
    """Le trousseau du même cahier pour une clé neuve ; `secrets` donne le texte de chaque fente."""
    slots = {}
    for done, (name, secret) in enumerate(secrets.items()):
        step(_WRAPPED * done / len(secrets))
        slots[name] = wrap(secret, key, keyring.cahier_id, name, keyring.slots[name].settings)
    return Keyring(keyring.cahier_id, keyring.generation + 1, slots).sealed(key).relieving(former)


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


def prepare_renewal(
    folder: Path, key: DataKey, new_key: DataKey, cahier_id: str, step: Step
) -> None:
    """Rechiffre la base à côté de l'ancienne, et relit le résultat de bout en bout."""
    target = folder / NEW_DATABASE
    target.unlink(missing_ok=True)
    scale = _COPIED - _WRAPPED

    def copied(_: int, remaining: int, total: int) -> None:
        step(_COPIED - scale * remaining / max(total, 1))

    copy_database(folder / DATABASE, key, target, new_key, copied)
    with closing(open_base(target, new_key, cahier_id)) as base:
        base.call_often(lambda: step(_COPIED))
        check_database(base)
    step(1.0)


def abandon_renewal(folder: Path) -> None:
    """Retire une base rechiffrée dont on ne se servira pas."""
    for name in (NEW_DATABASE, f"{NEW_DATABASE}-wal", f"{NEW_DATABASE}-shm"):
        (folder / name).unlink(missing_ok=True)


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
    first, second = (folder / name for name in KEYRINGS)
    former = second.read_bytes()
    write_atomic(second, content)
    try:
        (folder / NEW_DATABASE).replace(folder / DATABASE)
    except OSError:
        write_atomic(second, former)
        raise
    sync_folder(folder)
    with suppress(OSError):  # l'autre copie suffit ; celle-ci se refait à la prochaine ouverture
        write_atomic(first, content)
