"""Surnoms : « La Duchesse », « Gros Bébé », « Tata Zou », « Momo », « que tous appellent X »."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import COURANT, mots, mots_de, nature_de, natures, termes
from tat_carnet.anonymisation.marques import MAJUSCULE, marque, marque_de
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import (
    AMBIGU,
    COMMUN,
    FAMILIER,
    FAMILLE,
    INCONNU,
    SUR,
    genre_de_mot,
)
from tat_carnet.anonymisation.rules.positions import est_sujet, ouvre_une_proposition
from tat_carnet.anonymisation.rules.structures import nomme_une_structure, suit_une_structure
from tat_carnet.anonymisation.rules.surnoms_annonces import ARTICLES, appele, demande, dit, surnomme
from tat_carnet.anonymisation.rules.surnoms_articles import USUEL, avec_article
from tat_carnet.anonymisation.rules.surnoms_cites import cites
from tat_carnet.anonymisation.rules.surnoms_composes import composes
from tat_carnet.anonymisation.rules.surnoms_titres import TITRES, avec_titre, est_bref

_Chercheur = Callable[[Lecture, int], int | None]
"""De la lecture et du rang d'un mot, le rang du dernier mot du surnom qui commence là."""
_REDOUBLE: Final = re.compile(r"\A([bcdfghjklmnpqrstvwxz]{1,2}[aeiouy]{1,2})\1\Z")
_LONGUEURS_REDOUBLEES: Final = (4, 6, 8)
_OBJETS: Final = mots_de("doudou boubou joujou bobo tutu dodo")
"""« un doudou » est une peluche, « un boubou » un vêtement ; « Doudou », quelqu'un."""
_DEFINIS: Final = mots_de("le la l")
_APPELLATIONS: Final = mots_de(
    "appellent appelle surnomment surnomme appelait appelaient nomme nomment baptise appeler",
)
_RELATIFS: Final = mots_de("qui que celui celle")
_AINSI: Final = frozenset(
    ("ainsi", nom) for nom in mots_de("nomme nommee surnomme surnommee appele appelee baptise")
)
_GENS: Final = mots_de(
    "retraite retraitee ancien ancienne jeune homme femme gars garcon fille gamin gamine ado dame",
    "monsieur voisin voisine habitue habituee copain copine collegien lyceen locataire",
)
_EPITHETES: Final = mots_de(
    "long longue maigre sec seche court courte moche rapide tranquille noir noire blanc blanche",
    "rouge jaune bleu jeune tatoue petite petit sage malin maligne timide bavard bavarde tondu",
    "frise frisee boucle bouclee manchot estropie lourd mince maigrichon maigrelet bronze zinzin",
)
"""« Mika le long », « bouba le maigre » : ce qui ne nomme que derrière un nom et son article."""
_COMPLEMENTS: Final = mots_de("de du des d")
_DEMANDENT: Final = mots_de("appelle appelles appelez appeler")
_DITS: Final = mots_de("dit dite alias aka surnomme surnommee")
_SURNOMMES: Final = mots_de("surnomme surnommee surnommes surnommees alias aka blaze blase")
_ANNONCE: Final = marque_de(_APPELLATIONS | _DITS | {"moi"})
_RELATIF: Final = marque_de(_RELATIFS)
_ARTICLE: Final = marque_de(ARTICLES)
_DEFINI: Final = marque_de(_DEFINIS)
_ET: Final = marque_de(["et"])
_CHEZ: Final = marque_de(["chez"])


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les surnoms cités, titrés, précédés d'un article capital, ou redoublés."""
    yield from cites(lecture)
    yield from composes(lecture)
    for rang in _places(lecture):
        forme = lecture.forme(rang)
        for trouver in _chercheurs(lecture, rang, forme):
            fin = trouver(lecture, rang)
            if fin is not None and not _est_une_structure(lecture, fin):
                debut = lecture.mot(rang).debut
                yield Repere(debut, lecture.mot(fin).fin, Categorie.surnom, Niveau.masquer)
                break


def _est_une_structure(lecture: Lecture, fin: int) -> bool:
    return nomme_une_structure(lecture, fin) or suit_une_structure(lecture, fin)


@lru_cache(maxsize=16_384)
def _est_double(forme: str) -> bool:
    """Deux moitiés pareilles, ce qu'est tout surnom redoublé."""
    moitie = len(forme) // 2
    return len(forme) in _LONGUEURS_REDOUBLEES and forme[:moitie] == forme[moitie:]


def _places(lecture: Lecture) -> list[int]:
    """Les mots qu'un surnom peut ouvrir ; d'un article, ou devant lui, le mot voisin tranche."""
    relatif, nomme, relie = (
        _RELATIF if lecture.sans_casse else 0,
        USUEL | MAJUSCULE,
        _ET | MAJUSCULE,
    )
    regarde = _DECLENCHE | MAJUSCULE | _ARTICLE | _EPITHETE
    return [
        rang
        for rang, avant, ici, apres in lecture.voisinages()
        if avant & _ANNONCE
        or apres & relatif
        or (
            ici & regarde
            and (
                ici & _DECLENCHE
                or (ici & _ARTICLE and (ici & MAJUSCULE or apres & nomme or avant & _CHEZ))
                or (ici & _EPITHETE and apres & _DEFINI)
                or (ici & MAJUSCULE and (apres & relie or lecture.entre(rang + 1) == ", "))
            )
        )
    ]


def _chercheurs(lecture: Lecture, rang: int, forme: str) -> Iterator[_Chercheur]:
    """Les façons de chercher un surnom que ce mot rend possibles."""
    if forme in ARTICLES:
        yield avec_article
    if forme in TITRES:
        yield avec_titre
    precedent = lecture.forme(rang - 1)
    if precedent in _APPELLATIONS:
        yield appele
    if precedent in _DITS:
        yield dit
    if precedent == "moi" and lecture.forme(rang - 2) in _DEMANDENT:
        yield demande
    if precedent in _SURNOMMES:
        yield surnomme
    if _est_double(forme):
        yield _redouble
    if lecture.forme(rang + 1) in _DEFINIS:
        yield _epithete
    if lecture.majuscule(rang):
        yield _compose
        yield _appose
    elif lecture.sans_casse and lecture.entre(rang + 1) == ", ":
        yield _appose


def _epithete(lecture: Lecture, rang: int) -> int | None:
    """« Jo la Pince », « dédé la science » : un nom court et son épithète usuelle."""
    if not (lecture.colle(rang + 1) and lecture.colle(rang + 2)):
        return None
    forme = lecture.forme(rang)
    if forme == "meme" or forme in _DITS:
        return None
    epithete = lecture.forme(rang + 2)
    seule = epithete in _EPITHETES and lecture.forme(rang + 3) not in _COMPLEMENTS
    usuelle = seule or epithete in termes("surnoms")
    if not usuelle and not (ouvre_une_proposition(lecture, rang) and _clot(lecture, rang + 2)):
        return None
    return rang + 2 if _se_qualifie(forme) else None


def _se_qualifie(forme: str) -> bool:
    """Un nom, ou ce qui en a l'air, que peut suivre une épithète."""
    if forme in ctx.OUTILS or forme in ctx.VERBES:
        return False
    nomme = genre_de_mot(forme) in (SUR, AMBIGU, INCONNU, FAMILLE)
    return nomme or _REDOUBLE.match(forme) is not None


def _clot(lecture: Lecture, rang: int) -> bool:
    """« bob l'éponge a un entretien » : ce nom clôt le sujet."""
    return "n" in nature_de(lecture.forme(rang)) and est_sujet(lecture, rang)


def _appose(lecture: Lecture, rang: int) -> int | None:
    """« Doc, qui n'est pas docteur », « Tic et Tac »."""
    forme, suivant = lecture.forme(rang), lecture.forme(rang + 1)
    if genre_de_mot(forme) not in (COMMUN, FAMILIER) or not est_bref(forme):
        return None
    if lecture.entre(rang + 1) == ", " and suivant in _RELATIFS:
        if forme in ctx.OUTILS or forme in termes("generiques"):
            return None
        return rang if lecture.ouvre_une_phrase(rang) else None
    if lecture.entre(rang + 1) == ", " and _est_presente(lecture, rang):
        return rang
    if suivant == "et" and lecture.majuscule(rang + 2) and not lecture.sigle(rang + 2):
        autre = lecture.forme(rang + 2)
        return rang + 2 if genre_de_mot(autre) == COMMUN and est_bref(autre) else None
    return None


def _est_presente(lecture: Lecture, rang: int) -> bool:
    """« Tournevis, un retraité du quai », « Virgule, ainsi nommé » : on dit aussitôt qui c'est."""
    suite = lecture.forme(rang + 1), lecture.forme(rang + 2)
    if not lecture.ouvre_une_phrase(rang) or lecture.forme(rang) in termes("generiques"):
        return False
    return suite in _AINSI or (suite[0] in ("un", "une") and suite[1] in _GENS)


def _redouble(lecture: Lecture, rang: int) -> int | None:
    """« Momo », « Bibi », « Zaza »."""
    forme = lecture.forme(rang)
    if not _REDOUBLE.match(forme) or forme in termes("parler") or forme in termes("metier"):
        return None
    if forme in _OBJETS and not lecture.majuscule(rang):
        return rang if lecture.forme(rang - 1) in ("vu", "avec", "chez", "que") else None
    if mots().get(forme, 0) <= COURANT:
        return rang
    return rang if lecture.majuscule_interne(rang) else None


def _compose(lecture: Lecture, rang: int) -> int | None:
    """« Gros Bébé », « Dents Longues » : deux capitales de mots communs."""
    if lecture.sigle(rang) or not lecture.colle(rang + 1) or lecture.sigle(rang + 1):
        return None
    formes = lecture.forme(rang), lecture.forme(rang + 1)
    if not lecture.majuscule(rang + 1) or any(forme.endswith(ctx.ABSTRAITS) for forme in formes):
        return None
    if formes[0] in ctx.OUTILS or formes[0] in ctx.DETERMINANTS:
        return None
    if natures().get(formes[0], "n")[0] in "ipgo":
        return None
    genres = {*map(genre_de_mot, formes)}
    if lecture.majuscule_interne(rang) and formes[0] not in termes("generiques"):
        genres -= {INCONNU}
    return rang + 1 if genres <= {COMMUN, AMBIGU, FAMILIER} else None


_DECLENCHE: Final = marque(lambda forme: forme in TITRES or _est_double(forme))
_EPITHETE: Final = marque(_se_qualifie)
