"""Ce que contient le dossier d'un cahier, et ce qui fait qu'il n'en est pas un."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tat_carnet.domain.errors import CahierIllisible

SUFFIX: Final = ".cahier"
DATABASE: Final = "cahier.db"
NEW_DATABASE: Final = "cahier.db.nouvelle"
KEYRINGS: Final = ("cles-1.json", "cles-2.json")
LOCK: Final = "verrou"
SEAL: Final = "sceau.json"
BACKUPS: Final = "sauvegardes"

PAGE: Final = 4096
"""Octets d'une page de SQLCipher : aucune base n'est plus courte."""

_CLEAR_HEADER: Final = b"SQLite format 3\x00"


def check_folder(path: Path) -> None:
    """Lève `CahierIllisible` si `path` n'est pas un dossier de cahier, ou si sa base est tronquée.

    Une base de 0 octet s'ouvrirait avec n'importe quelle clé, comme un cahier neuf : elle est
    refusée ici, avant toute clé. Une base en clair aussi : on y écrirait sans chiffrer.
    """
    database = path / DATABASE
    if not path.is_dir() or not any((path / name).is_file() for name in (DATABASE, *KEYRINGS)):
        raise CahierIllisible(
            "Ce n’est pas un cahier de tat_carnet. Rien n’a été changé. "
            f"Choisissez un dossier dont le nom finit par « {SUFFIX} »."
        )
    if not database.is_file():
        raise CahierIllisible(
            "Il manque la base de ce cahier (« cahier.db »). Rien n’a été changé. "
            "Restaurez la sauvegarde la plus récente."
        )
    size = database.stat().st_size
    with database.open("rb") as file:
        header = file.read(len(_CLEAR_HEADER))
    if size < PAGE or size % PAGE or header == _CLEAR_HEADER:
        raise CahierIllisible(
            "La base de ce cahier est vide, tronquée ou remplacée. Rien n’a été changé. "
            "Restaurez la sauvegarde la plus récente."
        )


def has_journal(database: Path) -> bool:
    """Vrai si des écritures attendent dans le journal WAL : la base seule serait incomplète."""
    journal = database.with_name(database.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0
