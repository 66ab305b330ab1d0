"""Immatriculations : AA-000-AA, 000 AAA 00, ou dictées."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.nombres import EN_LETTRES, EN_TOUTES_LETTRES
from tat_carnet.anonymisation.pliage import CHIFFRES, Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_ECART: Final = r"[ ._/·-]{0,3}"
_ACTUELLE: Final = re.compile(
    rf"(?<![0-9a-z])(?!(?:de|du|le|la|et|ou|au|en|un|sa|on|tu|je|il|ce|ne|me|se|te|qu|si|ni|to"
    rf"|ai|as|es) )[a-z]{{2}}{_ECART}[0-9o]{{3}}{_ECART}[a-z]{{2}}(?![0-9a-z])"
)
_ANCIENNE: Final = re.compile(
    rf"(?<![0-9a-z])\d{{2,4}}{_ECART}(?!(?:ans?|rue|bis|ter|av|bd|eur|jrs?|min|pers|et|de|le|la"
    rf"|du|sur|les|des|par|est|un|une|en|au|aux|ou|pas|par|fois|sms|euh|ben|mec|sec|kg|km|cm|mm"
    rf"|ml|mg|mo|go)\b)"
    rf"[a-z]{{2,3}}{_ECART}(?:\d{{2}}|2[ab]|97\d)(?![0-9a-z])"
)
_DICTEE: Final = re.compile(
    rf"\b[a-z] [a-z](?: tiret)?(?: (?:zero|{EN_LETTRES}|\d{{1,3}})){{1,3}}(?: tiret)? [a-z] [a-z]\b"
)
_PIECE: Final = (
    rf"(?:[a-z]|[a-z]{{2}}|tiret|double|triple|espace|{EN_LETTRES}|\d{{1,3}}|comme [a-z]+)"
)
_ANNONCEE: Final = re.compile(
    r"\b(?:plaque|immat\w*|immatriculation)(?: (?:de la moto|du scooter|de la voiture|c'est"
    r"|c est|est|alors|euh|donc|:))* "
    rf"(?P<x>{_PIECE}(?: {_PIECE}){{4,11}})\b"
)
_PARTIELLE: Final = re.compile(
    r"\b(?:plaques?|immat\w*|immatriculee?|immatriculation)(?: \w+){0,3}? "
    r"(?P<x>[a-z]{2}[ -]?\d{3}|\d{3}[ -]?[a-z]{2,3})\b"
)

_SIGNES: Final = EN_TOUTES_LETTRES | {CHIFFRES, "tiret"}


def reperer(note: Note) -> Iterator[Repere]:
    """Les deux formats français, tels qu'écrits ou dictés, et leurs débuts annoncés."""
    if note.vocabulaire.isdisjoint(_SIGNES):
        return
    for motif in (_ACTUELLE, _ANCIENNE, _DICTEE, _PARTIELLE, _ANNONCEE):
        yield from chercher(note, motif, Categorie.plaque)
