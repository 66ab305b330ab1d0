"""Doutes de plusieurs mots : « la main verte m'a dit », « le grand maigre »."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import COMMUN, genre_de_mot
from tat_carnet.anonymisation.rules.positions import (
    OUVRENT_UN_ACTE,
    agit,
    est_sujet,
    ouvre_une_proposition,
)

_FERMENT: Final = frozenset(",.;:)+!?/&")
_SUITES: Final = mots_de("et ou ni qui il elle ils elles on hier dehors ce dans devant sur aussi")
_SINGULIERS: Final = mots_de("le la l")
_REGIMES: Final = mots_de("m nous me lui s")
AGISSENT: Final = _REGIMES | OUVRENT_UN_ACTE
CONTRACTES: Final = mots_de("le la l du au")


def debut_d_un_compose(lecture: Lecture, rang: int) -> int | None:
    """« tartine grise a demandé », « la main verte m'a dit » : deux mots de tous, un acte humain.

    Le rang de l'article, s'il y en a un : seul le plus humain des actes suffit alors.
    """
    suivant = rang + 1
    if lecture.forme(rang + 2) not in AGISSENT or lecture.entre(suivant) not in (" ", "-"):
        return None
    if not genre_de_mot(lecture.forme(rang)) == genre_de_mot(lecture.forme(suivant)) == COMMUN:
        return None
    if not all(peut_surnommer(lecture.forme(place)) for place in (rang, suivant)):
        return None
    parle = agit(lecture, suivant, ctx.PAROLES)
    if lecture.forme(rang - 1) in _SINGULIERS:
        forme = lecture.forme(rang)
        quelqu_un = forme in ctx.PARENTS or forme in termes("roles") or forme in ctx.QUALITES
        nomme = parle and not quelqu_un and ouvre_une_proposition(lecture, rang - 1)
        return rang - 1 if nomme else None
    parle = parle or (lecture.forme(rang + 2) in _REGIMES and lecture.forme(rang + 3) in ctx.ACTES)
    return rang if parle and ouvre_une_proposition(lecture, rang) else None


def ouvre_un_portrait(lecture: Lecture, rang: int) -> bool:
    """« le grand maigre », « des nouvelles du petit bavard » : une taille et un seul trait."""
    if lecture.forme(rang - 1) not in CONTRACTES or lecture.entre(rang + 1) != " ":
        return False
    return est_un_trait(lecture.forme(rang + 1)) and finit(lecture, rang + 1)


def est_un_trait(forme: str) -> bool:
    """« maigre », « silencieux » : ni un nom, ni ce qui se dit d'abord d'une chose."""
    return nature_de(forme)[:1] == "a" and genre_de_mot(forme) == COMMUN


def peut_surnommer(forme: str) -> bool:
    """Un nom ou un adjectif au singulier, hors des mots de tous."""
    nature = nature_de(forme)
    libre = forme not in ctx.OUTILS and forme not in termes("generiques")
    return libre and nature[:1] in ("n", "a", "v") and nature[-1:] != "s"


def finit(lecture: Lecture, rang: int) -> bool:
    """Devant un signe, un verbe ou un mot qui ouvre autre chose : rien ne qualifie ce mot."""
    suivant, suite = lecture.forme(rang + 1), lecture.entre(rang + 1).strip()[:1]
    return suite in _FERMENT or suivant in _SUITES or not suivant or est_sujet(lecture, rang)
