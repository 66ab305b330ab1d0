"""Relire tout un cahier, et dire ce qui ne va pas."""

from __future__ import annotations

from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store.base import Base
from tat_carnet.store.full_text import INDEXES
from tat_carnet.store.seal import check_rows


def check_database(base: Base) -> None:
    """Relit chaque page, chaque ligne et chaque index ; `CahierIllisible` au premier défaut.

    Le MAC de chaque page, puis la structure, puis l'index de recherche contre les textes, puis
    les jetons. Environ deux secondes pour 100 000 faits.
    """
    pages = base.rows("PRAGMA cipher_integrity_check")
    structure = base.rows("PRAGMA integrity_check(1)")
    if pages or structure != [("ok",)]:
        raise CahierIllisible(
            "Des pages de ce cahier sont abîmées. Rien n’a été changé. "
            "Restaurez la sauvegarde la plus récente."
        )
    indexes = base.rows(INDEXES)
    with base.change() as connection:
        for (index,) in indexes:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    check_rows(base)
