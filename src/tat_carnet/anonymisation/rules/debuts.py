"""Où commence un nom : « le gro rico », « les deux Mohamed », « Monsieur Propre », « J-Luc »."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, natures, termes
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, COMMUN, INCONNU, SUR, genre_de_mot
from tat_carnet.anonymisation.rules.lettres_expliquees import est_un_numero

_TAILLES: Final = mots_de("gro gros ptit ptite ti tit tite")
_ABREGES: Final = mots_de("ph th ch chr fr jn jb st al abd med moh mhd")
_CIVILS: Final = mots_de("monsieur madame mademoiselle docteur")
"""« Monsieur Propre », « Madame Chapeau » : devant un mot ordinaire, la civilité est du surnom."""
_GRANDS: Final = mots_de("grand grande gros grosse vieux vieille")
"""« le grand Duduche » : avec son article, la taille est du surnom."""
_ARTICLES_D_AILLEURS: Final = mots_de("u o")
"""« u Zoppu », « o Bigodes » : l'article corse ou portugais est du surnom."""


def debut_du_nom(lecture: Lecture, rang: int) -> int:
    """Le rang du premier mot du nom reconnu à ce rang : sa taille, son compte, son initiale."""
    precede = rang > 0 and (
        _est_qualifie(lecture, rang)
        or _est_compte(lecture, rang)
        or _est_initiale(lecture, rang - 1)
    )
    return rang - precede


def _est_qualifie(lecture: Lecture, rang: int) -> bool:
    """« le gro rico », « grande perche » : la taille fait partie du surnom."""
    avant = lecture.forme(rang - 1)
    if lecture.entre(rang) == "'":  # « Tit'Louis »
        return avant in _TAILLES
    if lecture.entre(rang) not in (" ", "-"):
        return False
    if avant in _CIVILS and _est_un_personnage(lecture, rang):
        return True
    if avant in _GRANDS and _est_surnomme(lecture, rang):
        return True
    if avant in _ARTICLES_D_AILLEURS and lecture.entre(rang) == " ":
        return lecture.majuscule(rang) and genre_de_mot(lecture.forme(rang)) == INCONNU
    return avant in _TAILLES or (
        avant in ctx.TAILLES and lecture.forme(rang - 2) not in ctx.DETERMINANTS
    )


def _est_compte(lecture: Lecture, rang: int) -> bool:
    """« les deux Mohamed » : le nombre les désigne ensemble."""
    return lecture.forme(rang - 1) in ("deux", "trois") and lecture.forme(rang - 2) == "les"


def _est_surnomme(lecture: Lecture, rang: int) -> bool:
    """« le grand Duduche » ; sans majuscules, « le grand jacques » peut en être un aussi."""
    article = lecture.forme(rang - 2) in ("le", "la")
    genre, forme = genre_de_mot(lecture.forme(rang)), lecture.forme(rang)
    return article and forme not in termes("generiques") and (lecture.sans_casse or genre != SUR)


def _est_un_personnage(lecture: Lecture, rang: int) -> bool:
    """« Monsieur Propre », « Madame Pep », mais ni « Madame Berger » ni « Monsieur le maire »."""
    forme = lecture.forme(rang)
    genre = genre_de_mot(forme)
    usuel = forme in termes("surnoms") or forme in termes("surnoms_nus")
    if forme in termes("noms_de_famille") or (forme in termes("noms_ine") and not usuel):
        return False
    bref = len(forme) < 4 and genre in (INCONNU, AMBIGU, SUR) and lecture.majuscule(rang)
    commun = genre in (COMMUN, AMBIGU) and natures().get(forme, "o")[0] in "na"
    if lecture.majuscule(rang):
        if not lecture.majuscule(rang - 1):
            return False
        return bref or ((commun or usuel) and not lecture.majuscule(rang + 1))
    return lecture.sans_casse and usuel


def _est_initiale(lecture: Lecture, rang: int) -> bool:
    """« Y. Benali », « Ph. Moreau », « J-Luc » : l'initiale est du nom ; « M. » n'en est pas."""
    forme = lecture.forme(rang)
    if lecture.entre(rang + 1) not in (". ", ".", "-") or not forme.isalpha():
        return False
    court = len(forme) == 1 or forme in _ABREGES
    libre = forme != "m" and lecture.entre(rang)[-1:] in ("", " ", "(", "\n")
    cases = lecture.majuscule(rang) and lecture.majuscule(rang + 1)
    accole = forme in _ABREGES and lecture.entre(rang + 1) == "-"  # « med-ali »
    return court and libre and (cases or accole) and not est_un_numero(lecture, rang)
