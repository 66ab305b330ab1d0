"""Immatriculations : AA-000-AA, 000 AAA 00, ou dictées."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.nombres import EN_LETTRES, EN_TOUTES_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_ECART: Final = r"[ ._/·-]{0,3}"
_ACTUELLE: Final = re.compile(
    rf"(?:(?<![0-9a-z])|(?<=plaque)|(?<=immat))"
    rf"[a-z]\.?[a-z]{_ECART}[0-9o](?: ?[0-9o]){{2}}{_ECART}[a-z]\.?[a-z](?![0-9a-z])"
)
_TROIS: Final = re.compile(r"[0-9o] ?[0-9o] ?[0-9o]")
"""De quoi ne pas chercher longuement, à chaque lettre, une plaque que rien n'annonce."""
_MOTS: Final = re.compile(
    r"(?:de|du|le|la|et|ou|au|en|un|sa|on|tu|je|il|ce|ne|me|se|te|qu|si|ni|to|ai|as|es) "
)
"""« de 300 de la ville » : deux lettres qui sont d'abord un mot."""
_ANCIENNE: Final = re.compile(
    rf"(?<![0-9a-z])\d{{2,4}}{_ECART}(?!(?:ans?|rue|bis|ter|av|bd|eur|jrs?|min|pers|et|de|le|la"
    rf"|du|sur|les|des|par|est|un|une|en|au|aux|ou|pas|par|fois|sms|euh|ben|mec|sec|kg|km|cm|mm"
    rf"|ml|mg|mo|go)\b)"
    rf"[a-z]{{2,3}}{_ECART}(?:\d{{2}}|2[ab]|97\d)(?![0-9a-z])"
)
_EPELEE: Final = (
    rf" [a-z](?: tiret)?(?: (?:zero|{EN_LETTRES}|\d{{1,3}})){{1,3}}(?: tiret)? [a-z] [a-z]\b"
)
_DICTEE: Final = re.compile(
    rf"\b[a-z]{_EPELEE}"
    r"|(?<=plaque )[a-z]{2} (?:double|triple) zero [a-z]{2}\b"
    r"|(?<![\w'])[a-z]{2}(?: tiret)? (?:zero zero zero|triple zero|trois (?:fois )?zeros?)"
    r"(?: tiret)? [a-z]{2}\b"
)
_EPELLE: Final = re.compile(_EPELEE)
"""Toute plaque dictée l'a, ou dit « zéro » : sans cela, `_DICTEE` s'essaierait à chaque mot."""
_LETTRE: Final = (
    r"(?:[a-z]{1,2}|eff?e|ache|emme|enne|erre|esse|double ve|i grec|ze[dt]e?|alpha|bravo|charlie"
    r"|delta|echo|foxtrot|golf|hotel|india|juliett?e?|kilo|lima|mike|oscar|papa|quebec|romeo"
    r"|sierra|tango|victor|yankee|zoulou)"
)
"""Une lettre, ou son nom tel qu'on l'entend."""
_PIECE: Final = (
    rf"(?:{_LETTRE}|tiret|double|triple|(?:deux|trois) fois|espace|{EN_LETTRES}|\d{{1,3}}"
    r"|comme [a-z]+)"
)
_ANNONCEE: Final = re.compile(
    r"\b(?:plaque|immat\w*|immatriculation)(?: (?:de la moto|du scooter|de la voiture|c'est"
    r"|c est|est|alors|euh|donc|:))* "
    rf"(?P<x>{_PIECE}(?: {_PIECE}){{4,11}})\b"
)
_PARTIELLE: Final = re.compile(
    r"\b(?:plaques?|immat\w*|immatriculee?|immatriculation)(?: \w+){0,3}?[ .:]{1,3}"
    r"(?P<x>(?!de |du |la |le )[a-z]{2}[ -]?\d{3}|\d{3}[ -]?(?!grs?\b|kgs?\b)[a-z]{2,3})\b"
    r"|\b(?:plaques?|immat\w*)[ ,:]{1,2}(?:partielle |qui |elle )?(?:en|fini\w*|commen\w+"
    r"|debut\w*|se termin\w+)(?: par)? "
    r"(?P<y>(?!or\b|xx\b|ok\b|un\b|de\b|il\b|ce\b)[a-z]{2}(?:[ -]?\d{1,3})?|\d{2,3}[ -]?[a-z]{1,2}"
    r"|\d{3})\b"
    r"|\b(?:plaques?|immat)[ .:]{1,2}"
    r"(?P<z>(?!(?:de|du|la|le|et|ou|au|en|un|sa|on|il|ok|ds|pr|tt|vu|nt|hs|rv|pa|ya|je|ne|si|ni"
    r"|tu|qd|mm)\b)[a-z]{2})(?=\s*(?:[,.;:!?)]|$)| (?:quelque|et|puis|ensuite|apres|pas|le reste))"
)
_ETRANGERE: Final = re.compile(
    r"\b(?:plaques?|immat\w*)(?: \w+){0,2}?[ :]{1,3}"
    r"(?P<x>(?!(?:de|du|des|la|le|les|en|et) |\d+ (?:k?gr?s?|ans?|m|cm|l)\b)"
    r"(?=[a-z0-9 .-]{0,8}\d{3})"
    r"(?=[0-9 .-]{0,6}[a-z])(?:[a-z]{1,3}|\d{1,4})(?:[ .-](?:[a-z]{1,3}|\d{1,6})){1,2})(?!\w)"
)

_SIGNES: Final = EN_TOUTES_LETTRES | {
    CHIFFRES, "tiret", "o", "oo", "ooo", "plaque", "plaques", "immat", "zeros"
}  # fmt: skip
"""« OOO » : des zéros tapés avec la lettre."""

_ECRITES: Final = Famille(_ANCIENNE, _PARTIELLE, _ANNONCEE, _ETRANGERE)


def reperer(note: Note) -> Iterator[Repere]:
    """Les deux formats français, tels qu'écrits ou dictés, et leurs débuts annoncés."""
    if note.vocabulaire.isdisjoint(_SIGNES):
        return
    for trouve in _ACTUELLE.finditer(note.plie) if _TROIS.search(note.plie) else ():
        debut, fin = trouve.span()
        if not _MOTS.match(trouve[0]) or _est_ecrite_en_capitales(note, debut, fin):
            yield Repere(debut, fin, Categorie.plaque, Niveau.masquer)
    for motif in note.departs.parmi(_ECRITES):
        yield from chercher(note, motif, Categorie.plaque)
    if "zero" in note.plie or _EPELLE.search(note.plie):
        yield from chercher(note, _DICTEE, Categorie.plaque)


def _est_ecrite_en_capitales(note: Note, debut: int, fin: int) -> bool:
    """« DE 000 LA », dans une note qui distingue la casse : une plaque, non une phrase."""
    debut, fin = note.bornes(debut, fin)
    return note.brut[debut:fin].isupper() and not note.brut.isupper()
