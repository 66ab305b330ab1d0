"""Écrire en entier ou pas du tout, et le savoir sur le disque au retour."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tat_carnet.domain.errors import EcritureImpossible
from tat_carnet.store.layout import BACKUPS


def sync_folder(folder: Path) -> None:
    """Rend durables les noms d'un dossier : sans cela, un renommage peut se perdre."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def create_private(path: Path, content: bytes = b"") -> None:
    """Crée un fichier que seul son propriétaire lit (0600) ; `FileExistsError` s'il existe."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_atomic(path: Path, content: bytes) -> None:
    """Remplace `path` d'un coup. `OSError` si le disque refuse : l'ancien fichier est intact."""
    draft = path.with_name(path.name + ".nouveau")
    draft.unlink(missing_ok=True)
    try:
        create_private(draft, content)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(path.parent)


def refuse_taken_name(path: Path) -> None:
    """`EcritureImpossible` si quelque chose porte déjà ce nom."""
    if path.exists() or path.is_symlink():
        raise EcritureImpossible(
            f"« {path.name} » existe déjà à cet endroit. Rien n’a été changé. "
            "Choisissez un autre nom."
        )


def remove_leftovers(folder: Path) -> None:
    """Retire d'un dossier de cahier ce qu'une écriture tuée y a laissé d'inachevé."""
    for draft in (*folder.glob("*.nouveau"), *folder.glob("*.nouvelle*")):
        draft.unlink()
    for unfinished in folder.glob(f"{BACKUPS}/.*"):
        shutil.rmtree(unfinished)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Un dossier de travail, voisin, qui prend le nom de `path` à la fin du bloc, ou disparaît.

    `EcritureImpossible` si le nom est pris, avant le bloc ou pendant.
    """
    refuse_taken_name(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        yield draft
        sync_folder(draft)
        refuse_taken_name(path)
        draft.rename(path)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    sync_folder(path.parent)
