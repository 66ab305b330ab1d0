"""Les noms de famille qu'une civilité, un lien ou un pluriel annonce : « Mme Le Tallec »."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de, nature_de, natures, termes
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import (
    AMBIGU,
    FAMILLE,
    INCONNU,
    OUTIL,
    SUR,
    genre_de_mot,
)
from tat_carnet.anonymisation.rules.positions import est_sujet

_ABREGEES: Final = mots_de("mme mlle mr msieur mdme melle mdm")
_REPANDUS: Final = mots_de(
    "petit grand gros noir blanc bon beau roi roy jour soleil bois champ pont mer vent chat ami",
    "loup maire page marchand cousin neveu fils vieux jeune long court rouge vert gris roux doux",
    "sage ange vie lune ciel fort leger clair brun blond moulin chateau fontaine place rue ville",
)
"""Des mots très courants que portent aussi bien des familles."""
PATRONYMIQUES: Final = mots_de(
    "fratrie clan couple epoux nommes nommees denommes consorts famille freres soeurs fils",
)
"""Ce qui suit, sans article, est un nom de famille, même s'il ressemble à une faute."""
_TRES_COURANT: Final = 20_000
_TITRES: Final = mots_de("le la l les leur y m et de du d des mon ma mes")
"""« M. le maire », « M. de la Tour » : une civilité."""
_RARE: Final = 3000


def est_une_famille(lecture: Lecture, rang: int) -> bool:
    """« les roy n'en peuvent plus » : un nom de famille sans la marque du pluriel."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    if forme not in termes("noms_de_famille"):
        return False
    if lecture.majuscule(rang) and lecture.forme(rang + 1) in ("pere", "fils"):
        return True
    accole = lecture.entre(rang) == " "
    if avant == "les":
        return accole and forme[-1] not in "sxz" and forme not in termes("generiques")
    lie = accole and avant in PATRONYMIQUES
    return lie and (est_sujet(lecture, rang) or mots()[forme] < _RARE)


def suit_une_civilite(lecture: Lecture, rang: int) -> bool:
    """« M. » n'est une civilité que devant un nom ; « m' » est un pronom."""
    if "'" in lecture.entre(rang) or lecture.entre(rang + 1)[:1] == "'":
        return False
    if lecture.entre(rang) not in (" ", ". ", "."):
        return False
    if lecture.forme(rang - 1) in ("m", "me", "mm"):
        if lecture.forme(rang - 2).isdigit():
            return False  # « sur 200 m. Cause : panne »
        inconnu = genre_de_mot(lecture.forme(rang)) in (SUR, FAMILLE, INCONNU)
        seul = inconnu and lecture.ouvre_une_phrase(rang - 1) and est_sujet(lecture, rang)
        pointee = "." in lecture.entre(rang) and not _suit_une_initiale(lecture, rang)
        return pointee or lecture.majuscule(rang) or seul
    if lecture.majuscule(rang) and not lecture.majuscule(rang + 1):
        return lecture.forme(rang) not in ctx.DETERMINANTS
    if not lecture.sans_casse and _qualifie(lecture, rang):
        return False
    frequence = mots().get(lecture.forme(rang), 0)
    if frequence > _TRES_COURANT and lecture.forme(rang) in _REPANDUS:
        suite = lecture.entre(rang + 1).strip()[:1]
        if suite or est_sujet(lecture, rang) or rang + 1 == len(lecture.formes):
            return True
    return frequence <= _TRES_COURANT or (
        lecture.forme(rang - 1) in _ABREGEES
        and natures().get(lecture.forme(rang), "o")[0] in "na"
        and lecture.forme(rang) not in ctx.DETERMINANTS
    )


def _suit_une_initiale(lecture: Lecture, rang: int) -> bool:
    """« M. faisait la tête », « prend M. deux soirs » : ce « M. » est quelqu'un, sans son nom."""
    if lecture.sans_casse or lecture.en_capitales or not lecture.bruts[rang].islower():
        return False
    forme = lecture.forme(rang)
    compte = forme in ctx.DETERMINANTS and forme not in _TITRES
    return compte or forme in ctx.VERBES - _TITRES or forme in termes("verbes")


def _qualifie(lecture: Lecture, rang: int) -> bool:
    """« le monsieur méchant », « monsieur gêné », où la note met ses capitales."""
    forme = lecture.forme(rang)
    if lecture.majuscule(rang) or lecture.forme(rang - 1) not in ("monsieur", "madame"):
        return False
    nature = nature_de(forme)
    adjectif = nature[:1] in ("a", "p") or lecture.brut_de(rang)[-1:] == "é"
    return adjectif and forme not in termes("noms_de_famille")


def commence_par_une_particule(lecture: Lecture, rang: int) -> bool:
    """« Mme Le Tallec », « les frères da cunha », « M. Ben Salah »."""
    if lecture.forme(rang - 1) not in ctx.FAMILLES or lecture.entre(rang) not in (" ", ". "):
        return False
    suivant = lecture.forme(rang + 1)
    if suivant == "la" and lecture.forme(rang - 1) in ctx.CIVILITES:
        return _est_noble(lecture, rang + 2)
    if f"{lecture.forme(rang)} {suivant}" in termes("noms_de_famille"):
        return mots().get(suivant, 0) < _RARE or _agit(lecture, rang + 1)
    if len(suivant) < 3 or not lecture.colle(rang + 1) or suivant in termes("generiques"):
        return False
    if lecture.forme(rang) in ("le", "la", "de", "du", "bel"):
        if lecture.majuscule(rang):
            return lecture.majuscule(rang + 1)
        return lecture.sans_casse and genre_de_mot(suivant) in (SUR, FAMILLE, INCONNU)
    return genre_de_mot(suivant) in (SUR, AMBIGU, FAMILLE, INCONNU) or lecture.majuscule(rang + 1)


def _agit(lecture: Lecture, rang: int) -> bool:
    """« la mère le bras garde les clés », mais non « la mère, le bras en écharpe »."""
    suivant = lecture.forme(rang + 1)
    return lecture.entre(rang + 1) == " " and suivant != "en" and "v" in nature_de(suivant)


def _est_noble(lecture: Lecture, rang: int) -> bool:
    """« Mme de la Treille », mais non « madame de la mission locale »."""
    forme = lecture.forme(rang)
    if genre_de_mot(forme) == OUTIL or forme in termes("generiques") or len(forme) < 3:
        return False
    rare = mots().get(forme, 0) < _RARE
    return rare and (lecture.majuscule(rang) or lecture.sans_casse)
