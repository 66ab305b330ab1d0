"""Étages et portes que l'on décrit : « porte bleue », « le septième, à pied », « 2e portail »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_RANG: Final = (
    r"(?:premier|premiere|deuxieme|second|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme"
    r"|neuvieme|dixieme|onzieme|douzieme|treizieme|quatorzieme|quinzieme|dernier"
    r"|\d{1,2}(?:e|er|eme))"
)
_OU: Final = (
    r"(?:du fond|sur cour|sur rue|cote [a-z]{3,}|(?:a |de )?(?:gauche|droite)|au fond|du haut"
    r"|du bas)"
)
_PORTE: Final = re.compile(
    r"\bporte (?:bleue?|rouge|verte?|jaune|orange|grise|noire|rose|violette|marron|blanche|vitree"
    r"|sans (?:nom|numero|poignee|sonnette)|avec (?:la|le|l'|une?|des) ?[a-z]{3,}(?: de [a-z]+)?"
    r"|(?:a|au|aux) (?!l'heure|cote|moins)[a-z]{4,})\b"
    r"|\b(?:dernier|premier|second|deuxieme|\d{1,2}e) (?:portail|portillon|perron|appart\w*"
    r"|studio)\b"
)
_HAUT: Final = re.compile(
    rf"\b(?:mansardes?|soupente|rez haut|rez bas|hochparterre|parterre(?! de)|entresol|loft"
    rf"|chambres? (?:mansardee|du haut|du fond))\b(?: {_OU})?"
    r"|\bdern(?:ier|\.)? (?:et(?:age)?\.?)(?![a-z])"
    rf"|\b{_RANG} (?:niveau|palier|demi-palier|balcon)\b(?: {_OU})?"
    rf"|\b(?:au|du|le) (?P<x>{_RANG} (?:cote [a-z]{{3,}}|sans ascenseur|par l'escalier))"
    rf"|(?<=, )(?P<y>(?:le |au ){_RANG})(?=, (?:a pied|sans|porte|chez|cote|avec))"
    r"|\btout (?:en haut|au bout|au fond)(?:,? (?:a|de) (?:gauche|droite))\b"
    rf"|\b(?<!il )(?<!elle )(?<!on )lit (?:n ?[o°] ?)?\d{{1,3}}\b(?! ?(?:h\b|heures))(?: {_OU})?"
)
_DICTE: Final = re.compile(
    rf"\b(?:au|du|le) (?P<x>(?:(?:deux|trois|quatre|cinq|six|sept|huit|neuf) )?cent {EN_LETTRES})\b"
    r"(?! (?:euros|fois|metres|personnes|jeunes|kilometres|km|kilos|heures|ans|francs|balles))"
)


def reperer(note: Note) -> Iterator[Repere]:
    """Ce qui mène à une porte sans en dire le numéro, ou le dit en lettres."""
    for motif in (_PORTE, _HAUT, _DICTE):
        yield from chercher(note, motif, Categorie.etage_porte)
