"""Où un nom peut commencer : ce que la forme d'un mot, puis ses voisins, permettent d'écarter.

`noms` regarde de près ce qui reste, un mot sur cinq ; rien ici ne décide.
"""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, termes
from tat_carnet.anonymisation.marques import MAJUSCULE, marque, marque_de
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.chaines import ELISIONS, FORTES, PARTICULES
from tat_carnet.anonymisation.rules.genres import (
    COMMUN,
    FAMILIER,
    FAMILLE,
    INCONNU,
    OUTIL,
    SUR,
    genre_de_mot,
)
from tat_carnet.anonymisation.rules.noms_nus import DERRIERE, DEVANT, SUJET, peut_nommer
from tat_carnet.anonymisation.rules.patronymes import PATRONYMIQUES
from tat_carnet.anonymisation.rules.positions import ouvre_une_proposition

_CALENDRIER: Final = mots_de(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin",
    "juillet aout septembre octobre novembre decembre",
)
_LIBRES: Final = frozenset((" ", ", ", ". "))
"""Ce qui n'unit pas un mot à celui qui le suit."""
_ECLAIRENT: Final = frozenset("(-")
"""Ce qui, derrière n'importe quel mot, peut en faire un nom : « il (c'est son surnom) »."""


def places(lecture: Lecture) -> list[int]:
    """Les rangs qui peuvent commencer un nom."""
    douteux = MAJUSCULE | _COMMUN | _ELISION
    return [
        rang
        for rang, avant, ici, apres in lecture.voisinages()
        if ici & _PARTOUT or (ici & douteux and _le_peut_ici(lecture, rang, avant, ici, apres))
    ]


def _le_peut_ici(lecture: Lecture, rang: int, avant: int, ici: int, apres: int) -> bool:
    """Derrière ce qui annonce, devant ce qu'on attend d'une personne, ou contre un signe."""
    if ici & MAJUSCULE and (ici & _PLEIN or not lecture.ouvre_une_phrase(rang)):
        return True
    if ici & _ELISION and apres & _ELIDE and lecture.entre(rang + 1) == "'":
        return True
    if avant & _ANNONCE and ici & (MAJUSCULE | _COMMUN):
        return True
    if not ici & _PLEIN:
        return not _ECLAIRENT.isdisjoint(lecture.entre(rang + 1))
    if ici & _COMMUN and _est_au_bord(lecture, rang):
        return True
    if ici & _NU and (avant & DERRIERE or apres & DEVANT):
        return True
    return bool(ici & _NU and apres & SUJET) and ouvre_une_proposition(lecture, rang)


def _est_plein(forme: str) -> bool:
    """Faux de « il », « le », « pas » : ni la tête d'une phrase, ni sa fin n'en font un nom."""
    genre = genre_de_mot(forme)
    if genre == OUTIL:
        plein = est_un_nom_public(forme) or forme in termes("celebrites")
    else:
        outil = len(forme) < 3 or forme in ctx.DETERMINANTS or forme in ctx.OUTILS
        plein = not outil or peut_nommer(forme) or genre not in (COMMUN, FAMILIER)
    if plein or forme in PARTICULES or forme in ELISIONS or (len(forme) > 2 and forme[-1] == "c"):
        return True  # « Le Goff », « M'Barek », « Floc'h »
    return any(forme in termes(nom) for nom in ("noms_de_famille", "noms_ine", "surnoms"))


def _est_au_bord(lecture: Lecture, rang: int) -> bool:
    """Vrai devant un signe ou en tête de phrase."""
    return lecture.ouvre_une_phrase(rang) or lecture.entre(rang + 1) not in _LIBRES


def est_un_nom_public(forme: str) -> bool:
    """Un personnage, une ville, un jour, un mois : des patronymes et des surnoms aussi."""
    return forme in termes("publics") or forme in _CALENDRIER


def _est_ouvert(forme: str) -> bool:
    """Un mot qui, sans majuscule, peut commencer un nom où qu'il soit."""
    genre = genre_de_mot(forme)
    if forme in FORTES:
        return genre != FAMILIER
    if genre == OUTIL:
        return est_un_nom_public(forme) or forme in termes("celebrites")
    return genre not in (COMMUN, FAMILIER)


def _est_commun(forme: str) -> bool:
    """Un mot commun, ou une particule : il y faut un signe derrière, une civilité devant."""
    return genre_de_mot(forme) == COMMUN or forme in PARTICULES


def _peut_etre_nu(forme: str) -> bool:
    """Un mot commun que sa place seule peut désigner."""
    connu = forme in termes("noms_de_famille") or forme in termes("surnoms")
    return genre_de_mot(forme) == COMMUN and (connu or peut_nommer(forme))


_PLEIN: Final = marque(_est_plein)
_PARTOUT: Final = marque(_est_ouvert)
_COMMUN: Final = marque(_est_commun)
_NU: Final = marque(_peut_etre_nu)
_ELISION: Final = marque_de(ELISIONS)
_ELIDE: Final = marque(lambda forme: genre_de_mot(forme) in (SUR, FAMILLE, INCONNU))
_ANNONCE: Final = marque_de(ctx.FAMILLES | ctx.CIVILITES | PATRONYMIQUES | {"les"})
