"""Liens de famille et de proximité : « sa mère », « le cousin de »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_PARENT: Final = (
    r"(?:arr?iere[ -])?(?:(?:gd|grd|grand|gds|grands|gde|grande|beau|beaux|belle|demi|ex|futur|future)[ -]?)?"
    r"(?:meres?|mer|peres?|per|mamans?|papas?|daronn?es?|darons?|reumm?e?|reup|parents|freres?|frers?|frangins?|frangines?|soeurs?|seurs?"
    r"|reufs?|reus|rem|rep|srx|cousins?|cousines?|couz|oncles?|oncl|tantes?|tontons?|tatas?|fils|fill?es?|gosses?|gamins?|gamines?|minots?|minotte?s?"
    r"|neveux?|nevx|nieces?|marraine|parrain|mari|femme|compagnons?|compagne|conjointe?|epoux|epouse|copain|copine|mec|meuf|ex"
    r"|mamie|papi|papy|mami|meme|pepe|jumeaux?|jumelles?|aine|ainee|cadette?|benjamine?|puine|enfants|petits-enfants|petite? amie?"
    r"|tuteur|tutrice|filleule?|beauf|grands|bb|bebe|gendre|bru|veuve|famille|rejeton|ainés|nounou|assistante maternelle|fiancee?|concubine?)"
)
_QUALITE: Final = (
    r"(?:(?:grand|grande|grands|petit|petite|petits|petites|ptit|ptite|gd|gde|jeune|plus jeune|vieux|vieille|pauvre|nouveau"
    r"|nouvelle|deux|trois|propre|propres|autre|cher|chere|ancien|ancienne|futur|future|vieil) )?"
)
_POSSESSIF: Final = re.compile(rf"\b(?:son|sa|ses|leur|leurs|sont|ca) {_QUALITE}{_PARENT}\b(?: mat(?:ernelle)?\b\.?| pat(?:ernelle?)?\b\.?)?")
_SUIVI: Final = re.compile(
    rf"\b(?:(?:le|la|les|l'|du|au|aux|un|une|des|d'un|d'une|o|et|ni) ?)?{_QUALITE}(?<![\w-]){_PARENT} ?(?:de l'|de la|de|d'un|d'une|d'|du|des|a|aux?) ?"
    r"(?!(?:famille|accueil|foyer|mal|quartier|cite|lui|elle|eux|cela|ca|cœur|coeur|nouveau|temps|plus|la part|toute|tous|l'immeuble|jour|nuit"
    r"|voir|dire|faire|la fois|peine|part|cote|bout|pied|plusieurs|leurs?|cause|[0-9]+ ?ans)\b)(?=[a-z]{2})"
)
_TETES_SUIVIES: Final = re.compile(r"(?:femme|fille|filles|meme|ex|famille|mec|meuf|grands|gosses|enfants|mari|bebe|bb|mer|per|rem|parents|rep)\b")
_VOISIN: Final = re.compile(r"\b(?:son|sa) (?:voisin|voisine)\b(?! de (?:bureau|table))")


def reperer(note: Note) -> Iterator[Repere]:
    """Les liens possédés, et ceux que suit le nom de quelqu'un."""
    for repere in chercher(note, _POSSESSIF, Categorie.lien_familial):
        if note.plie[repere.debut : repere.fin].split()[0] not in ("sont", "ca"):
            yield repere
    for trouve in _SUIVI.finditer(note.plie):
        generique = re.match(r"(?:un|une|des|d'une?) ", trouve[0])
        faible = generique or _TETES_SUIVIES.search(trouve[0])
        niveau = Niveau.verifier if faible and not _suivi_d_un_nom(note, trouve.end()) else Niveau.masquer
        yield Repere(trouve.start(), trouve.end(), Categorie.lien_familial, niveau)


def _suivi_d_un_nom(note: Note, debut: int) -> bool:
    """Vrai si ce qui suit commence par une capitale."""
    brute = note.origines[min(debut, len(note.plie) - 1)]
    return note.brut[brute].isupper()
