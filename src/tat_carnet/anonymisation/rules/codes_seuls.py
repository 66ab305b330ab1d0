"""Une entrée dite par son code : « commencé par B3 », « A1 et A2 se font la guerre ».

Un code seul peut être un niveau de langue, un papier, une vitamine, une voiture : ce qui y mène,
ce qu'il fait ou ceux qui l'habitent disent que c'est une entrée.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de
from tat_carnet.anonymisation.pliage import CHIFFRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_UN_CODE: Final = r"[a-eghk][1-9]\d?"
"""Ni F3 ni T2, que chacun lit comme un logement."""
_SEUL: Final = re.compile(_UN_CODE)
_FIN: Final = r"(?![\w'°%€*+-]|[.,:]\d| ?(?:h|ans?|€|euros)\b)"
_CODE: Final = re.compile(
    r"\b(?:(?:depuis|vers|devant|dvt|derriere|chez|sous|dans|entre|sauf|a|en|de|par|jusqu'a"
    r"|passage|passe|cote|reste|fini|commence) |(?<=[.;:!?(•\n/] )|(?<=\n)|^)"
    rf"(?P<x>{_UN_CODE}(?:(?: ?[,/&] ?| et | puis | ou ){_UN_CODE})*){_FIN}"
)
_ACOLE: Final = re.compile(
    r"\b(?:(?:au|du|le|devant|aux) ?(?P<x>[a-eghk][1-9]\d?)"
    r"|(?:bat|parking|pkg) ?(?P<y>[a-h][1-9]\d?))\b(?!['’])"
)
_SUR: Final = ("depuis", "vers", "devant", "dvt", "derriere", "chez", "sous")
"""Ce qui mène à un lieu, même dit d'un code sans capitale."""
_AGIT: Final = re.compile(
    r" (?:a|ont|est|sont|n'|ne|se|s'|fait|font|dit|sent|pue|tient|reste|restent|ferme|dort|crie"
    r"|va|vont|ras|calme|vide|rien|ok|idem|toujours|encore|personne|\d)\b| ?(?::|$)"
)
_AUTRE_CHOSE: Final = re.compile(
    r"\b(?:niveau|type|cours|vitamines?|routes?|autoroutes?|format|feuilles?|papier|lignes?|bus"
    r"|tram|metro|salles?|permis|categorie|groupes?|articles?|cerfa|hepatites?|stade|grade"
    r"|imprimer?|affiches?|sortie|citroen|audi|roule|voiture|garee?|manque|taux)[^.!?\n]{0,20}$"
    r"|\b(?:est|sont|suis|passee?|inscrite?) en $"
)
_LANGUES: Final = mots_de(
    "niveau niveaux fle delf dilf dalf asl ofii linguistique francais anglais langue vitamine",
    "vitamines carence autoroute",
)
"""Une note qui en parle dit « B1 » d'autre chose qu'une entrée."""
_EN_CHIFFRES: Final = frozenset((CHIFFRES,))


def reperer(note: Lecture) -> Iterator[Repere]:
    """Chaque code qui tient lieu d'entrée."""
    if _EN_CHIFFRES.isdisjoint(note.vocabulaire) or not _LANGUES.isdisjoint(note.vocabulaire):
        return
    yield from chercher(note, _ACOLE, Categorie.batiment)
    for trouve in note.departs.occurrences(_CODE):
        debut, fin = trouve.span("x")
        avant = trouve[0][: debut - trouve.start()].strip()
        if not _est_une_entree(note, avant, trouve):
            continue
        if _AUTRE_CHOSE.search(note.plie, max(0, debut - 45), debut):
            continue
        for code in _SEUL.finditer(note.plie, debut, fin):
            yield Repere(*code.span(), Categorie.batiment, Niveau.masquer)


def _est_une_entree(note: Lecture, avant: str, trouve: re.Match[str]) -> bool:
    debut, fin = trouve.span("x")
    if avant in _SUR:
        return True
    if not note.brut[note.origines[debut]].isupper() or note.en_capitales:
        return False
    if not avant:
        return fin - debut > len("b12") or _AGIT.match(note.plie, fin) is not None
    return not (avant == "en" and trouve["x"].startswith(("a3", "a4", "a5")))
