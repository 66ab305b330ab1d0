"""Ce qu'aucune règle n'a masqué et qui pourrait pourtant nommer : à vérifier, jamais masqué.

Un doute coûte une touche à qui relit ; un nom qui passe coûte un foyer. D'où des règles larges :
tout mot que le français ne connaît pas, toute capitale que la phrase n'explique pas, tout prénom
possible sans article, tout surnom usuel derrière « le » ou « la ».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de, natures, prenoms, termes
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import (
    AMBIGU,
    COMMUN,
    FAMILIER,
    OUTIL,
    genre_de_mot,
)
from tat_carnet.anonymisation.rules.positions import est_sujet

_COMPLEMENTS: Final = mots_de("de du des d a au aux en")
_TRES_COURANT: Final = 20_000
_RARE: Final = 3000
_PRENOM: Final = 100
"""Naissances à partir desquelles un mot courant reste un prénom possible."""


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les mots douteux, un repère chacun."""
    for rang, mot in enumerate(lecture.mots):
        if len(mot.forme) > 2 and _est_douteux(lecture, rang):
            yield Repere(mot.debut, mot.fin, Categorie.nom, Niveau.verifier)


def _est_douteux(lecture: Lecture, rang: int) -> bool:
    forme = lecture.forme(rang)
    genre = genre_de_mot(forme)
    if genre == OUTIL or forme in ctx.OUTILS or not forme.isalpha():
        return False
    if genre == FAMILIER:
        return lecture.majuscule_interne(rang) and not lecture.sigle(rang)
    nature = natures().get(forme, "")
    if not nature:
        return genre not in (COMMUN,) or mots().get(forme, 0) < _TRES_COURANT
    if forme in termes("generiques"):
        return False
    if lecture.majuscule_interne(rang) and not lecture.sigle(rang - 1):
        return True
    return _est_un_surnom(lecture, rang) or _est_sans_article(lecture, rang, genre, nature)


def _est_un_surnom(lecture: Lecture, rang: int) -> bool:
    """« le gros », « la fouine » : sans complément derrière."""
    if lecture.forme(rang) not in termes("surnoms") or lecture.forme(rang + 1) in _COMPLEMENTS:
        return False
    return lecture.forme(rang - 1) in ("le", "la", "l") and lecture.entre(rang) in (" ", "'")


def _est_sans_article(lecture: Lecture, rang: int, genre: int, nature: str) -> bool:
    """Un prénom ou un surnom possible que rien ne détermine, ou un sujet sans article."""
    if lecture.forme(rang - 1) in ctx.DETERMINANTS and lecture.entre(rang) in (" ", "'"):
        return False
    forme = lecture.forme(rang)
    connu = prenoms().get(forme)
    if genre == AMBIGU or (connu is not None and connu.naissances >= _PRENOM):
        return mots().get(forme, 0) < _TRES_COURANT or nature[0] in "na"
    if nature[-1] == "s" or nature[0] not in "na":
        return False
    if forme in termes("surnoms_nus") and nature[0] == "n":
        return True
    return est_sujet(lecture, rang) and mots().get(forme, 0) < _RARE
