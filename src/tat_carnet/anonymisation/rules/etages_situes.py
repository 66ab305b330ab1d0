"""Étages et portes que l'on décrit : « porte bleue », « le septième, à pied », « 2e portail »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.nombres import EN_LETTRES
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher, hors_participes

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
    r"\b(?<!je )(?<!il )(?<!elle )(?<!on )(?<!qui )(?<!les )(?<!se )porte (?:bleue?|rouge"
    r"|verte?|jaune|orange|grise|noire|rose|violette|marron|blanche|vitree"
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
    rf"|(?:\b(?:au|du|le) |(?<=[,.;:] )|^)"
    rf"(?P<x>{_RANG} (?:cote [a-z]{{3,}}|sans ascenseur|par l'escalier))"
    r"|(?<=, )en (?:bas|haut) a (?:gauche|droite)\b(?! d[eu])"
    rf"|(?<=, )(?P<y>(?:le |au ){_RANG})(?=, (?:a pied|sans|porte|chez|cote|avec))"
    r"|\btout (?:en haut|au bout|au fond)(?:,? (?:a|de) (?:gauche|droite))\b"
    rf"|\b(?<!il )(?<!elle )(?<!on )lit (?:n ?[o°] ?)?\d{{1,3}}\b(?! ?(?:h\b|heures))(?: {_OU})?"
)
_DICTE: Final = re.compile(
    r"\b(?:(?:au|du|le) (?!cent (?:quinze|dix-neuf)\b)"
    r"|(?:loge|habite|vit|chambre|porte) (?:au |le )?)"
    rf"(?P<x>(?:(?:deux|trois|quatre|cinq|six|sept|huit|neuf) )?cent {EN_LETTRES})\b"
    r"(?! (?:euros|fois|metres|personnes|jeunes|kilometres|km|kilos|heures|ans|francs|balles))"
)
"""« au deux cent quarante » ; « le cent quinze » est un numéro d'urgence, sauf où l'on habite."""
_COMBIEN: Final = r"(?:une?|deux|trois|quatre|cinq|six|\d{1,2})"
_VERS: Final = (
    r"(?:plus (?:bas|haut|loin)|au[- ]dessus|en[- ]dessous|a cote|apres|avant"
    r"|sur la (?:gauche|droite))"
)
_RELATIF: Final = re.compile(
    rf"\b{_COMBIEN} (?:etages?|paliers?|portes?|fenetres?|balcons?|sonnettes?) {_VERS}\b"
    r"|\b(?:porte|palier|cloison|sonnette|logement|chambre)"
    r" (?:d'a cote|d'en (?:face|haut|bas|dessous|dessus)|voisine?|mitoyenn?e?|suivante?)\b"
    r"|\b(?:l'|d')etage (?:d'(?:en )?(?:dessous|dessus|au[- ]dessus)|suivant|precedent)\b"
    r"|\btout en (?:haut|bas)(?:,? (?:a|de|sur la) (?:main )?(?:gauche|droite))?\b"
    r"(?! (?:du (?!bat|bloc|hall)|de (?!l'esc|l'imm|la tour)|des|d'))"
    r"|\b(?:au )?(?:fond|bout) (?:de la coursive|(?:de|du) (?:couloir"
    r"|palier))(?:,? a (?:main )?(?:gauche"
    r"|droite))?"
    r"|\b(?:a|de|sur la) main (?:gauche|droite) (?:en (?:montant|entrant|sortant|arrivant)|apres)\b"
)
"""« deux étages plus bas », « la porte d'à côté » : ce que dit qui est déjà dans l'immeuble."""
_NIVEAU: Final = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\d{1,2})"
_BORD: Final = (
    r"(?=\s*(?:[.,;:!?)]|$)|\s(?:et|ou|il|elle|on|ils|avec|qui|pour|depuis|chez|sans|a|est|au|du"
    r"|de la"
    r"|le|la|les|gauche|droite|face|dans|mais|quand|hier|ce)\b)"
)
_COMPTE: Final = re.compile(
    rf"\b(?:coursive|palier|etages?|balcon|(?:descendue?|montee?)(?: jusqu')?) ?(?:du|au|le)"
    rf" (?P<x>{_NIVEAU})\b(?! ?(?:h\b|h\d|mois|[a-z]{{4,}}s\b)){_BORD}"
    r"|\b(?:interphone|sonnette|boite|nom|porte|balcon|fenetre|palier"
    r"|cour)\b[^.;]{0,30}, (?P<t>\d{1,2}(?:e|er"
    r"|eme))(?=\s*[.,;])"
    rf"|\b(?:habite|habitent|loge|vit|occupe|crech\w+) (?:tout |encore |toujours )?le"
    rf" (?P<y>{_NIVEAU})\b{_BORD}"
    rf"|\bentre (?P<z>le (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix) et le"
    rf" (?:trois|quatre|cinq|six|sept|huit|neuf|dix|onze))\b"
    r"|\b(?:au|du|le|chez|la|,|dame|voisin|voisine|famille"
    r"|monsieur) (?P<w>\d{1,2},? (?:a )?(?:main )?"
    r"(?:gauche|droite|face|fond))\b(?! (?:de|du|d'))"
    r"|\b(?:au|du|chez le|porte|logement) (?P<v>\d{1,2}[abcdfg])\b(?! (?:rue|allee|av|bd|place"
    r"|imp|chemin)"
    r"|')"
)
"""« la coursive du six », « elle habite le neuf », « la dame du 3 gauche »."""
_COLLECTIFS: Final = mots_de(
    "foyer hotel chambre chambres residence couloir veilleur veilleuse internat residents resident",
)
_CHAMBRE: Final = re.compile(
    r"(?:\b(?:la|chambres?|le|studio) |(?=\d{2,3} ?/)(?<=/ ))(?P<x>(?!10[678]\b|20[5678]\b"
    r"|30[678]\b|40[678]\b|50[68]\b|115\b|119\b)"
    r"[1-9]\d{2}|(?<=/ )\d{2,3}(?= ?/))\b(?! ?(?:€|euros|[a-z]{4,}s\b|h\b))"
)
"""« la 214 », dans un foyer ou un hôtel ; une 208 y est une voiture."""

_MENENT: Final = Famille(_PORTE, _HAUT, _DICTE, _RELATIF, _COMPTE)


def reperer(note: Lecture) -> Iterator[Repere]:
    """Ce qui mène à une porte sans en dire le numéro, ou le dit en lettres."""
    if not _COLLECTIFS.isdisjoint(note.vocabulaire):
        yield from chercher(note, _CHAMBRE, Categorie.etage_porte)
    for motif in note.departs.parmi(_MENENT):
        yield from hors_participes(note, chercher(note, motif, Categorie.etage_porte))
