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
from tat_carnet.anonymisation.rules.surnoms_cites import cites
from tat_carnet.anonymisation.rules.surnoms_composes import composes
from tat_carnet.anonymisation.rules.surnoms_titres import (
    TITRES,
    USUEL,
    avec_article,
    avec_titre,
    est_bref,
)

_Chercheur = Callable[[Lecture, int], int | None]
"""De la lecture et du rang d'un mot, le rang du dernier mot du surnom qui commence là."""

_REDOUBLE: Final = re.compile(r"\A([bcdfghjklmnpqrstvwxz]{1,2}[aeiouy]{1,2})\1\Z")
_LONGUEURS_REDOUBLEES: Final = (4, 6, 8)
_OBJETS: Final = mots_de("doudou boubou joujou bobo tutu dodo")
"""« un doudou » est une peluche, « un boubou » un vêtement ; « Doudou », quelqu'un."""
_ARTICLES: Final = mots_de("le la l les")
_DEFINIS: Final = mots_de("le la l")
_APPELLATIONS: Final = mots_de(
    "appellent appelle surnomment surnomme appelait appelaient nomme nomment baptise appeler",
)
_PROMU: Final = mots_de("en adjoint delegue responsable d de general")
"""« l'a nommé mécanicien en chef »."""
_APPELANTS: Final = mots_de(
    "fait faisait faire gosses gamins minots mamans filles garcons camarades voisins anciens",
    "tous autres monde gens jeunes copains college quartier l s chacun on eux petits grands elles ",
    "ils",
    "voisines copines eleves potes parents vieux vieilles collegues educs profs enfants mioches ",
    "famille",
)
_APRES_APPEL: Final = mots_de(
    "demain souvent tard comme parfois avant apres pour quand si encore deja plus jamais tot par",
    "aussi pas toujours ici chez devant dans depuis sur sous entre",
)
_NOMMENT: Final = mots_de("nomment surnomment surnomme baptise")
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
_ARTICLE: Final = marque_de(_ARTICLES)
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
    if forme in _ARTICLES:
        yield avec_article
    if forme in TITRES:
        yield avec_titre
    precedent = lecture.forme(rang - 1)
    if precedent in _APPELLATIONS:
        yield _appele
    if precedent in _DITS:
        yield _dit
    if precedent == "moi" and lecture.forme(rang - 2) in _DEMANDENT:
        yield _demande
    if precedent in _SURNOMMES:
        yield _surnomme
    if _est_double(forme):
        yield _redouble
    if lecture.forme(rang + 1) in _DEFINIS:
        yield _epithete
    if lecture.majuscule(rang):
        yield _compose
        yield _appose
    elif lecture.sans_casse and lecture.entre(rang + 1) == ", ":
        yield _appose


def _dit(lecture: Lecture, rang: int) -> int | None:
    """« Jean-Baptiste dit JB la Malice », « Momo alias le Rouge »."""
    decrit = lecture.forme(rang - 2) in termes("generiques") and _est_repris(lecture, rang)
    nomme = decrit or genre_de_mot(lecture.forme(rang - 2)) in (SUR, AMBIGU, FAMILLE)
    if not nomme or lecture.entre(rang) != " " or lecture.entre(rang - 1) not in (" ", " (", ", "):
        return None
    fin = rang
    while fin - rang < 3 and lecture.entre(fin + 1) == " " and _prolonge_le_dit(lecture, fin + 1):
        fin += 1
    forme = lecture.forme(fin)
    seul = lecture.entre(rang - 1) == " (" and lecture.entre(fin + 1)[:1] == ")"
    propre = lecture.majuscule(fin) or seul or decrit or (fin > rang and forme not in ctx.OUTILS)
    return fin if propre and forme not in _ARTICLES else None


def _demande(lecture: Lecture, rang: int) -> int | None:
    """« appelle-moi Requin » ; mais non « appelle-moi demain »."""
    forme = lecture.forme(rang)
    usuel = forme in termes("surnoms") or forme in termes("surnoms_nus")
    if lecture.entre(rang) != " " or forme in _APRES_APPEL or forme in ctx.OUTILS:
        return None
    return rang if usuel or lecture.majuscule(rang) else None


def _est_repris(lecture: Lecture, rang: int) -> bool:
    """« garçon dit Messi, 12 ans » : ce mot clôt le groupe ; ce n'est pas ce qu'on a dit."""
    signe = lecture.entre(rang + 1).strip()[:1]
    if lecture.entre(rang - 1) != " " or signe not in (",", "(", ")"):
        return False
    propre = lecture.majuscule(rang) and not lecture.en_capitales
    return propre or lecture.forme(rang) in termes("publics") | termes("surnoms_nus")


def _surnomme(lecture: Lecture, rang: int) -> int | None:
    """« surnommé Wifi », « surnommée la Baronne » : ce qui suit est un surnom, quel qu'il soit."""
    fin = rang + (lecture.forme(rang) in _ARTICLES)
    forme = lecture.forme(fin)
    if lecture.entre(rang) not in (" ", " : ", ": ") or len(forme) < 2 or forme in _APRES_APPEL:
        return None
    if forme in ctx.DETERMINANTS or forme in ctx.VERBES or forme in ctx.OUTILS:
        return None
    return fin + (lecture.majuscule(fin) and lecture.majuscule(fin + 1) and lecture.colle(fin + 1))


def _prolonge_le_dit(lecture: Lecture, rang: int) -> bool:
    forme = lecture.forme(rang)
    if forme in ctx.VERBES:
        return False
    article = forme in _ARTICLES or lecture.forme(rang - 1) in _ARTICLES
    return article or lecture.majuscule(rang)


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


def _appele(lecture: Lecture, rang: int) -> int | None:
    """« que tous appellent Bibendum », « les autres l'appellent boulette »."""
    if lecture.forme(rang - 1) == "appeler" and not _se_fait_appeler(lecture, rang):
        return None
    promu = lecture.forme(rang) in termes("roles") or lecture.forme(rang + 1) in _PROMU
    if promu and not lecture.majuscule(rang) and lecture.brut_de(rang - 1)[-1:] in "éÉ":
        return None
    if lecture.forme(rang - 1) in _NOMMENT and nature_de(lecture.forme(rang))[:1] == "n":
        return rang
    appelants = {lecture.forme(rang - 2), lecture.forme(rang - 3), lecture.forme(rang - 4)}
    if not _APPELANTS & appelants:
        return None
    if lecture.forme(rang) in _ARTICLES and nature_de(lecture.forme(rang + 1))[:1] in ("n", "a"):
        return None if _est_a_tous(lecture.forme(rang + 1)) else rang + 1
    forme = lecture.forme(rang)
    if lecture.majuscule(rang) and lecture.entre(rang + 1) == "-":
        fin = rang + 1
        while lecture.entre(fin + 1) == "-":
            fin += 1
        return fin
    titre = forme in TITRES or (forme in ctx.CIVILITES and lecture.forme(rang - 2) != "s")
    if titre and _fin_capitale(lecture, rang) > rang:
        return _fin_capitale(lecture, rang)
    exclu = forme in ctx.OUTILS or forme in ctx.DETERMINANTS or forme in _APRES_APPEL
    propre = genre_de_mot(forme) in (SUR, AMBIGU, COMMUN, INCONNU, FAMILIER) and not exclu
    if not propre or forme.endswith("ment") or lecture.entre(rang) != " ":
        return None
    return _fin_capitale(lecture, rang)


def _fin_capitale(lecture: Lecture, rang: int) -> int:
    """« appellent Monsieur Non », « appellent Grand Manitou » : jusqu'à la dernière capitale."""
    while lecture.majuscule(rang) and lecture.majuscule(rang + 1) and lecture.colle(rang + 1):
        rang += 1
    return rang


def _se_fait_appeler(lecture: Lecture, rang: int) -> bool:
    """« il se fait appeler l'Amiral », mais ni « fait appeler le médecin », ni « par son nom »."""
    soi = lecture.forme(rang - 3) in ("se", "s", "me", "faire")
    return soi and lecture.forme(rang - 2) in ("fait", "faire", "faisait", "fais", "faut")


def _est_a_tous(forme: str) -> bool:
    """« on appelle la CAF », « la police », « le soir » : ni un surnom, ni quelqu'un."""
    ordinaire = any(forme in termes(nom) for nom in ("metier", "generiques", "choses"))
    return ordinaire and forme not in termes("surnoms")


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
