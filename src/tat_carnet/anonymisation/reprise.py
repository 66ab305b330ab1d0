"""Retrouver, dans une formulation déjà relue, les pseudonymes de la proposition d'où elle vient."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from tat_carnet.anonymisation.recriture import Proposition
from tat_carnet.anonymisation.reperes import Niveau

_MORCEAU: Final = re.compile(r"\w+|\W")
_PHRASE: Final = re.compile(r"[^.!?\n]+[.!?\n]*\s*|[.!?\n]+\s*")
_LONG: Final = 2_000
"""Signes au-delà desquels on compare phrase à phrase : mot à mot, le temps croît comme le carré, et
une note de seize mille signes ne se rouvrait pas. On en retrouve moins, et l'on redemande."""


def retrouver(proposition: Proposition, texte: str) -> Mapping[int, tuple[int, int]]:
    """Où sont, dans `texte`, les pseudonymes proposés : des bornes, par rang de morceau.

    Un pseudonyme n'est retrouvé qu'avec un mot ou un signe voisin : seul, « un jeune » pourrait
    être celui d'une autre phrase. Un doute n'a pas été récrit : il n'y en a pas à retrouver.
    """
    bornes = {
        rang: (proposition.morceaux[rang].debut, proposition.morceaux[rang].fin)
        for rang in proposition.personnes
        if proposition.morceaux[rang].repere.niveau is Niveau.masquer
    }
    places: dict[int, tuple[int, int]] = {}
    for debut, ailleurs, longueur in _communs(proposition.texte, texte) if bornes else ():
        for rang, (gauche, droite) in bornes.items():
            dedans = debut <= gauche < droite <= debut + longueur
            if dedans and droite - gauche < longueur:
                places[rang] = (gauche - debut + ailleurs, droite - debut + ailleurs)
    return places


def _communs(un: str, autre: str) -> list[tuple[int, int, int]]:
    """Les suites de signes communes : début dans l'un, dans l'autre, longueur."""
    if un == autre:
        return [(0, 0, len(un) + 1)]
    morceau = _MORCEAU if len(un) <= _LONG else _PHRASE
    mots, autres = morceau.findall(un), morceau.findall(autre)
    debuts = list(accumulate(map(len, mots), initial=0))
    ailleurs = list(accumulate(map(len, autres), initial=0))
    return [
        (debuts[a], ailleurs[b], debuts[a + n] - debuts[a])
        for a, b, n in SequenceMatcher(None, mots, autres, autojunk=False).get_matching_blocks()
    ]
