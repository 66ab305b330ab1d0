"""Initiales pointées ou derrière une civilité : « K. B. », « Mme D. », « H.Z. », « V.-L. »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, termes
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.initiales_nues import AGE, lettres_nues
from tat_carnet.anonymisation.rules.motifs import chercher

_POINTEES: Final = re.compile(
    r"(?<![\w.@/])(?:[a-z](?:\. ?-?|-)[a-z](?:\. ?-?[a-z])?\.(?: [a-z]\.)?(?!\w)"
    r"|[a-z]\. ?d(?:e |u |'|e la |es )(?:l'|l\. ?)?[a-z]\.(?!\w)"
    r"|[a-z]\.-?[a-z](?:\.[a-z])?(?![\w.@]))"
)
_COURANTES: Final = mots_de("ie cad pm am nb ps rv qpv cv pj po cf ras rdv svp ddn hlm nbr")
"""Deux lettres pointées qui ne sont pas quelqu'un, sauf devant un âge ou derrière « vu »."""
_CIVILITE: Final = re.compile(
    r"\b(?:mme|mlle|mr|monsieur|madame|mademoiselle|famille) "
    r"(?P<x>[b-km-xz](?:[.-][a-z])?\.?)(?![\w'])"
)
_ANNONCEE: Final = re.compile(
    r"\b(?:chez|avec|vu|jeune|petite?|pour|appel|appel de|rdv|nouvelles de) "
    r"(?P<x>[b-knoq-xz]\.)(?!\w)"
)
_LETTRE: Final = re.compile(r"(?<!\w)[a-z](?!\w)")


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Deux initiales pointées, une seule derrière ce qui l'annonce, puis les lettres nues."""
    if _LETTRE.search(lecture.plie):
        sures = list(_pointees(lecture))
        yield from sures
        yield from lettres_nues(lecture, sures)
    else:
        yield from lettres_nues(lecture, ())


def _pointees(lecture: Lecture) -> Iterator[Repere]:
    for repere in chercher(lecture, _POINTEES, Categorie.initiales):
        lettres = re.sub(r"\W", "", lecture.plie[repere.debut : repere.fin])
        sigle = len(lettres) > 2 and lettres in termes("metier")
        if not (sigle or lettres in _COURANTES) or AGE.match(lecture.plie, repere.fin):
            yield repere
    yield from chercher(lecture, _CIVILITE, Categorie.initiales)
    yield from chercher(lecture, _ANNONCEE, Categorie.initiales)
