"""Numéros de téléphone : espacés, pointés, internationaux, tapés avec un o ou un i, dictés."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules import telephone_epars
from tat_carnet.anonymisation.rules.motifs import chercher

_ECART: Final = r"[ .,/_:;|*·•~()\"\n\\-]{0,3}"
_CHIFFRE: Final = "[0-9oil]"
_FRANCAIS: Final = re.compile(
    rf"(?<![0-9a-z])(?:tel|num)?(?:\(?(?:\+|00){_ECART}\d{{1,3}}\)?{_ECART}(?:\(0\){_ECART})?[1-9oil]"
    rf"|[0o]{_ECART}(?!8{_ECART}0)[1-9il])(?:{_ECART}{_CHIFFRE}){{8}}(?![0-9])"
)
_ETRANGER: Final = re.compile(r"(?<![0-9a-z])(?:\+|00)[1-9]\d{0,2}(?:[ .-]?\d){6,12}(?!\d)")
_ANNONCE: Final = re.compile(
    r"\b(?:tel|telephone|portable|port|num(?:ero)?|appeler|rappeler|joignable)\b"
    r"[^\d\n]{0,12}(?P<x>(?!080)\d(?:[ .-]?\d){7,11})(?!\d)"
    r"|\b(?:num(?:ero)?|tel|telephone|portable|06|07) (?:qui )?(?:fini\w*|se termin\w+|commen\w+"
    r"|debut\w*)(?: par| en)? (?P<y>\d{2}(?:[ .-]?\d\d){0,4})\b"
    r"|\b(?:la fin|la suite|les (?:deux |quatre )?derniers(?: chiffres)?) (?:c'?est|sont|:) ?"
    r"(?P<z>\d{2}(?:[ .-]?\d\d){0,2})\b(?! ?(?:h\b|h\d|ans|euros|jours))"
)
_DICTE: Final = re.compile(
    rf"\b(?:zero|o|0[67](?=[ ,]{{1,2}}[a-z]))[ ,-]{{1,2}}{_ECART}(?:(?:{EN_LETTRES}"
    rf"|\d{{1,2}})[ ,.-]{{1,3}}){{3,8}}"
    rf"(?:{EN_LETTRES}|\d{{1,2}})\b"
)

_TRONQUE: Final = re.compile(
    rf"(?<![0-9a-z])(?!0[67]{_ECART}(?:0[1-9]|1[0-2]){_ECART}(?:19|20)\d\d(?!\d))"
    rf"[0o]{_ECART}[67](?:{_ECART}\d\d){{2}}(?:{_ECART}[0-9x?_*]{{2}}){{1,2}}"
    rf"(?:{_ECART}[0-9x?_*]{{1,2}})?(?![0-9])(?:{_ECART}[x?_*]{{1,2}}(?![a-z])){{0,2}}"
)
"""« 06 39 98 12 3 », « 06 39 98 12 XX » : un chiffre oublié, ou tu, en laisse assez."""

_SANS_ZERO: Final = re.compile(rf"(?<![0-9a-z.,+-])[67](?:{_ECART}\d\d){{4}}(?![0-9])")
"""« 6 39 98 12 34 » : le zéro oublié d'un portable."""

_SIGNES: Final = frozenset((CHIFFRES, "zero", "o", "six", "sept"))

_ENTIERS: Final = Famille(_FRANCAIS, _ETRANGER, _ANNONCE, _DICTE, _TRONQUE, _SANS_ZERO)


def reperer(note: Note) -> Iterator[Repere]:
    """Les numéros complets ; les numéros d'urgence, courts, n'en sont pas."""
    if note.vocabulaire.isdisjoint(_SIGNES):
        return
    for motif in note.departs.parmi(_ENTIERS):
        yield from chercher(note, motif, Categorie.telephone)
    yield from telephone_epars.reperer(note)
