"""Étages, portes, appartements, rez-de-chaussée."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_ORDINAL: Final = (
    r"(?:\d{1,2} ?(?:ers?|eres?|e|emes?|iemes?|nd|nde|°)(?!\w)|(?:prem(?:ier|iere)|deuxi?eme|second|troisi?eme+"
    r"|quatri?eme|cinqui?eme|sixi?eme|septi?eme|huiti?eme|neuvi?eme|dixi?eme|onzi?eme|douzi?eme"
    r"|dernier|rdc|rez[ -]de[ -](?:chaussee?|jardin)|entresol))"
)
_COTE: Final = (
    r"(?:a )?(?:gauche|droite|gche|dte|dr|fasse|face|centre|milieu|fond|cour|rue|gch|esquerdo|direito|g\b|d\b|porte (?:de )?(?:gauche|droite|face"
    r"|\d{1,3}[a-z]?|[a-z]\b|en face(?: de l'ascenseur)?|du fond)|sur cour|sur rue|en face de l'ascenseur)"
)
_PORTE: Final = (
    r"(?:porte|appart(?:ement)?s?|appts?|apts?|app|logement|logt|log|studio)(?:\. ?| )(?:n ?[o°]\.? ?|numero )?"
    r"(?:\d{1,4} ?[a-z]?\b(?! ?(?:ans|h\b|jeunes|pers|pieces))|(?!a\b)[a-z]\d{0,3}\b(?!['’])|gauche|droite|d'en face|du fond)"
)
_ETAGE: Final = re.compile(
    rf"\b{_ORDINAL},? ?(?:et dernier )?(?:etages?|etg|et\.)(?:,? {_COTE})?(?:,? {_PORTE})?"
    rf"|\b{_ORDINAL},? {_COTE}\b(?! (?:de|d'|du|a)\b)"
    rf"|\betage \d{{1,2}}\b|\b(?:r\+|niveau |niv\.? ?)-? ?\d{{1,2}}\b"
    rf"|\b{_PORTE}"
)
_SEUL: Final = re.compile(
    r"\b(?:au|du|depuis le|habite le|du haut du|jusqu'au|et le|puis au|et au) (?P<x>\d{1,2} ?(?:er|e|eme|ieme)"
    r"|premier|deuxieme|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|dernier etage"
    r"|rez[ -]de[ -]chaussee|rdc)\b"
    r"(?=\s*(?:[,.;:!?)»\"-]|$)|\s+(?:et|ou|chez|sans|avec|pour|qui|parce|car|depuis|quand|est|a|ont|n'|ne|se"
    r"|m'|nous|il|elle|ils|on|les?|la|un|une|des|mais|puis|brise|ouvert|ferme|en crise|voisin|dit|fait|crie|jette"
    r"|hier|ce|dans|sur|porte|cote|tire|descend|ecoute|met|rale|gueule|pleure)\b)"
)
_RDC: Final = re.compile(r"\b(?:rdc|rez[ -]de[ -](?:chaussee|jardin))\b")


def reperer(note: Note) -> Iterator[Repere]:
    """Ce qui désigne un logement dans un immeuble."""
    yield from chercher(note, _ETAGE, Categorie.etage_porte)
    yield from chercher(note, _SEUL, Categorie.etage_porte)
    yield from chercher(note, _RDC, Categorie.etage_porte)
