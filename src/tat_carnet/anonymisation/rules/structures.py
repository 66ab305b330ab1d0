"""Structures, marques et œuvres de plusieurs mots : « Joueurs Info Service », « Leroy Merlin ».

Un mot qui n'est rien seul (« Joueurs », « Écoute ») ne nomme personne au milieu d'un de ces noms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import termes
from tat_carnet.anonymisation.rules import contextes as ctx

_MOT: Final = re.compile(r"\w+")


@cache
def _places() -> Mapping[str, Sequence[tuple[int, Sequence[str]]]]:
    """Pour chaque mot, les noms composés où il figure, et son rang dans chacun."""
    places = defaultdict(list)
    for terme in termes("metier") | termes("publics"):
        mots = tuple(_MOT.findall(terme))
        for rang, mot in enumerate(mots if len(mots) > 1 else ()):
            places[mot].append((rang, mots))
    return places


def nomme_une_structure(lecture: Lecture, rang: int) -> bool:
    """Vrai si ce mot fait partie du nom entier d'une structure ou d'une marque connue."""
    for place, mots in _places().get(lecture.forme(rang), ()):
        debut = rang - place
        if debut >= 0 and tuple(lecture.formes[debut : debut + len(mots)]) == mots:
            return lecture.forme(debut - 1) not in ctx.CIVILITES
    return False
