"""Des entrées dites par leur seul numéro, à la file : « 14 rien. 16 rien. », « 3 / 5 / 7 : RAS ».

Un numéro en tête de remarque se vérifie ; deux font une liste, et se masquent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.departs import Famille
from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.pliage import CHIFFRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_EN_TETE: Final = r"(?:^|(?<=[\n(•])|(?<=[.;!?•/] )|(?<=\n- ))"
_CONSTAT: Final = (
    r"(?:rien|ras|r\.a\.s|vide|calme|ok|okay|idem|pareil|personne|nickel|propre|desert|mort"
    r"|tranquille|toujours|encore|nada|neant|bien|sale|degueu|ouvert|ferme|noir|eteint|allume"
    r"|rdc|rez|ils sont|elles sont|ascenseur|porte|lumiere|hall)"
)
_NUMERO: Final = r"(?!0)\d{1,3}(?: ?(?:bis|ter))?"
_REMARQUE: Final = re.compile(
    rf"{_EN_TETE}(?P<x>{_NUMERO})(?= ?:(?!\d)| {_CONSTAT}\b"
    r"|, (?:celles?|ceux|celui|rien|personne|pas|toujours|deux portes)\b| ?[=→])"
)
"""« 14 : vide. », « 22, celle du 2 contre celle du 3 » : le numéro dit de quoi l'on parle."""
_FILE: Final = re.compile(
    rf"{_EN_TETE}{_NUMERO}(?:(?: ?[/,+&] ?| et | puis ){_NUMERO})+(?= ?:(?!\d)| {_CONSTAT}\b)"
)
"""« 3 / 5 / 7 : RAS »."""
_BORNES: Final = re.compile(
    r"\b(?:halls?|caves?|entrees?|etages?|cages?|escaliers?|paliers?|blocs?|bats?|batiments?"
    r"|portes?"
    r"|numeros?|allees?|montees?|plots?|tournee|tour|ronde|porte-a-porte|sonne"
    r"|boites?) (?:faite?s? )?"
    r"(?P<x>du \d{1,3} au \d{1,3})\b(?! ?(?:h\b|janv|fevr|mars|avril|mai|juin|juil|aout|sept|oct"
    r"|nov|dec|/|e\b))"
)

_A_LA_FILE: Final = Famille(_FILE, _BORNES)


def reperer(note: Lecture) -> Iterator[Repere]:
    """Les numéros en tête de remarque, à la file, ou d'une borne à l'autre."""
    if CHIFFRES not in note.vocabulaire:
        return
    tetes = [trouve.span("x") for trouve in note.departs.occurrences(_REMARQUE)]
    valeurs = [note.plie[debut:fin] for debut, fin in tetes]
    if not _enumere(valeurs):
        for debut, fin in tetes:
            parle = note.plie.startswith((", cel", ", ceux"), fin)
            niveau = Niveau.masquer if parle or len({*valeurs}) > 1 else Niveau.verifier
            yield Repere(debut, fin, Categorie.batiment, niveau)
    for motif in note.departs.parmi(_A_LA_FILE):
        for trouve in note.departs.occurrences(motif):
            groupe = "x" if "x" in motif.groupindex else 0
            yield Repere(*trouve.span(groupe), Categorie.batiment, Niveau.masquer)


def _enumere(valeurs: list[str]) -> bool:
    """« 1 : appeler. 2 : rappeler. » : un plan, pas des entrées."""
    return valeurs == [str(rang) for rang in range(1, len(valeurs) + 1)]
