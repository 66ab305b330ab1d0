"""Ce que dit une archive : chacun de ses membres, et rien qui ne soit un membre.

Une archive cache bien des choses : commentaires, champs de plus, dates, octets avant ou entre
les membres, noms répétés, archive dans l'archive, membre qui enfle sans fin. Tout cela se refuse.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tat_carnet.documents.contre_lecture.mots import Illisible

OCTETS_AU_PLUS: Final = 64 * 1024 * 1024
"""Ce que pèsent tous les membres, dépliés ; nos documents en font cent fois moins."""
MEMBRES_AU_PLUS: Final = 64

_SANS_DATE: Final = (1980, 1, 1, 0, 0, 0)
_SANS_DATE_DOS: Final = b"\x00\x00\x21\x00"
_CHIFFRE: Final = 0x1
_TETE_LOCALE, _TETE_CENTRALE, _FIN = 30, 46, 22
"""Octets fixes (APPNOTE 6.3.10, §4.3) : tête d'un membre, sa ligne au répertoire, fin d'archive."""
_ARCHIVES: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf")


def membres(octets: bytes) -> dict[str, bytes]:
    """Chaque membre, dans l'ordre de l'archive ; `Illisible` si elle porte autre chose."""
    with ZipFile(BytesIO(octets)) as archive:
        entrees = archive.infolist()
        if archive.comment or any(_parle(entree, octets) for entree in entrees):
            raise Illisible("il contient une partie qui n’est pas du texte")
        if len({entree.filename for entree in entrees}) < len(entrees):
            raise Illisible("deux de ses parties ont le même nom")
        if len(entrees) > MEMBRES_AU_PLUS or sum(e.file_size for e in entrees) > OCTETS_AU_PLUS:
            raise Illisible("ses parties sont trop nombreuses ou trop grosses")
        if _cousus(entrees) != len(octets):
            raise Illisible("il contient des octets qui ne sont à aucune de ses parties")
        lus = {entree.filename: _deplier(entree, octets) for entree in entrees}
        if archive.testzip() is not None:
            raise Illisible("il est abîmé")
    if any(membre.startswith(_ARCHIVES) for membre in lus.values()):
        raise Illisible("il contient une archive dans l’archive")
    return lus


def _parle(entree: ZipInfo, octets: bytes) -> bool:
    """Vrai si l'entrée dit autre chose que son nom et son contenu, ou les cache.

    Sa date est écrite deux fois, au répertoire et en tête du membre.
    """
    tete = octets[entree.header_offset : entree.header_offset + _TETE_LOCALE]
    return (
        bool(entree.comment or entree.extra or entree.flag_bits & _CHIFFRE)
        or entree.date_time != _SANS_DATE
        or tete[10:14] != _SANS_DATE_DOS
        or entree.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
    )


def _deplier(entree: ZipInfo, octets: bytes) -> bytes:
    """Le contenu d'un membre, jamais plus long qu'annoncé, et rien qui traîne après lui."""
    debut = entree.header_offset + _TETE_LOCALE + len(entree.filename.encode())
    plie = octets[debut : debut + entree.compress_size]
    if entree.compress_type == ZIP_STORED:
        return plie
    deplieur = zlib.decompressobj(-zlib.MAX_WBITS)
    membre = deplieur.decompress(plie, entree.file_size + 1)
    if len(membre) != entree.file_size or not deplieur.eof or deplieur.unused_data:
        raise Illisible("une de ses parties n’a pas la taille qu’elle annonce")
    return membre


def _cousus(entrees: list[ZipInfo]) -> int:
    """Le poids d'une archive où ces membres se suivent, sans un octet de plus ; -1 s'ils ne se
    suivent pas."""
    place = 0
    for entree in entrees:
        if entree.header_offset != place:
            return -1
        place += _TETE_LOCALE + len(entree.filename.encode()) + entree.compress_size
    lignes = sum(_TETE_CENTRALE + len(entree.filename.encode()) for entree in entrees)
    return place + lignes + _FIN
