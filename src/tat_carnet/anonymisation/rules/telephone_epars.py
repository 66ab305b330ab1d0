"""Un numéro en morceaux : chiffres et nombres dits, séparés par presque n'importe quoi.

« 06 39 98 puis 12 34 », « zéro six, 39, (silence) 98 12 trente-quatre », « 06 39 98 12 34 ou 36 » :
on additionne les chiffres de proche en proche, et dix qui commencent par zéro font un numéro.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.nombres import EN_LETTRES, nombre_dit
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_DEBUT: Final = re.compile(r"(?<![0-9a-z])(?:0[1-79]?|o|zero|six|sept)(?![a-z])")
_JETON: Final = re.compile(rf"(?:\d+|o|{EN_LETTRES})(?![a-z])")
_MOTS: Final = "puis|et|ensuite|apres|point|tiret|slash|espace|euh|silence|alors|virgule|blanc"
_LIEN: Final = re.compile(rf"(?:[^0-9a-z]|(?:{_MOTS})(?![a-z])){{0,14}}")
_AUTRE: Final = re.compile(r"(?: ?/ ?| ou | et )(?:le )?\d\d(?![0-9a-z]|[ .-]\d)")
_ANNEE: Final = re.compile(r"(?:19|20)\d\d")
_COMPLET: Final = 10
_DICTE: Final = 8
"""Un numéro dicté dont un chiffre ou deux se sont perdus reste un numéro."""


def reperer(note: Note) -> Iterator[Repere]:
    """Les numéros en morceaux, et ce qui suit (« ou 36 », « /35 ») qui en fait un second."""
    fini = 0
    for depart in note.departs.occurrences(_DEBUT):
        fin = _lire(note.plie, depart.start()) if depart.start() >= fini else None
        if fin is not None:
            autre = _AUTRE.match(note.plie, fin)
            fini = autre.end() if autre else fin
            yield Repere(depart.start(), fini, Categorie.telephone, Niveau.masquer)


def _lire(texte: str, debut: int) -> int | None:
    """La fin du numéro qui commence là, ou `None`."""
    chiffres, fin, dicte = "", debut, False
    while len(chiffres) < _COMPLET:
        lien = _LIEN.match(texte, fin)
        jeton = lien and _JETON.match(texte, lien.end())
        if not jeton or _ANNEE.fullmatch(jeton[0]):
            break
        chiffres += "0" if jeton[0] == "o" else _chiffres(jeton[0])
        fin, dicte = jeton.end(), dicte or not jeton[0].isdigit()
    return fin if _est_un_numero(chiffres, dicte) else None


def _est_un_numero(chiffres: str, dicte: bool) -> bool:
    """Dix chiffres, ou presque s'ils sont dits ; un portable dicté peut perdre son zéro."""
    if chiffres[:1] in ("6", "7"):
        return dicte and len(chiffres) == _COMPLET - 1
    if chiffres[:1] != "0" or chiffres[1:2] in ("", "0") or chiffres[1:3] == "80":
        return False
    return (_DICTE if dicte else _COMPLET) <= len(chiffres) <= _COMPLET


def _chiffres(jeton: str) -> str:
    """« douze » : 12 ; un nombre en chiffres reste ce qu'il est."""
    return jeton if jeton.isdigit() else str(nombre_dit(jeton))
