"""Déchiffrer soi-même une base et son journal WAL, pages libres comprises.

SQLCipher 4 : pages de 4096 octets, AES-256-CBC sous la clé brute, 16 octets de vecteur puis 64 de
MAC en fin de page ; les 16 premiers octets de la première page sont le sel.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE: Final = 4096
FIN: Final = 80
VECTEUR: Final = 16
ENTETE_WAL: Final = 32
ENTETE_PAGE: Final = 24


def en_clair(base: Path, cle: bytes) -> bytes:
    """Toutes les pages de la base et de son journal, déchiffrées, mises bout à bout."""
    clair = b"".join(_page(page, cle, rang == 0) for rang, page in enumerate(_pages(base)))
    journal = base.with_name(base.name + "-wal")
    if not journal.exists():
        return clair
    return clair + b"".join(
        _page(page, cle, numero == 1) for numero, page in _pages_du_journal(journal)
    )


def _pages(base: Path) -> Iterator[bytes]:
    octets = base.read_bytes()
    return (octets[debut : debut + PAGE] for debut in range(0, len(octets), PAGE))


def _pages_du_journal(journal: Path) -> Iterator[tuple[int, bytes]]:
    """Le numéro et les octets de chaque page, même d'un cycle passé du journal."""
    octets = journal.read_bytes()
    pas = ENTETE_PAGE + PAGE
    for debut in range(ENTETE_WAL, len(octets) - pas + 1, pas):
        numero = int.from_bytes(octets[debut : debut + 4], "big")
        yield numero, octets[debut + ENTETE_PAGE : debut + pas]


def _page(page: bytes, cle: bytes, premiere: bool) -> bytes:
    debut = VECTEUR if premiere else 0
    vecteur = page[PAGE - FIN : PAGE - FIN + VECTEUR]
    lecteur = Cipher(algorithms.AES(cle), modes.CBC(vecteur)).decryptor()
    return lecteur.update(page[debut : PAGE - FIN]) + lecteur.finalize()
