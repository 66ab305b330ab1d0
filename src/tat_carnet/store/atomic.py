"""Écrire un petit fichier en entier ou pas du tout, et le savoir sur le disque au retour."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


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
    with suppress(FileNotFoundError):
        draft.unlink()
    try:
        create_private(draft, content)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(path.parent)
