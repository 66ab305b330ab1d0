"""Surnoms que la phrase annonce : « que tous appellent X », « alias X », « appelle-moi X »."""

from __future__ import annotations

from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
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
from tat_carnet.anonymisation.rules.surnoms_titres import TITRES

ARTICLES: Final = mots_de("le la l les")
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


def dit(lecture: Lecture, rang: int) -> int | None:
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
    return fin if propre and forme not in ARTICLES else None


def demande(lecture: Lecture, rang: int) -> int | None:
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


def surnomme(lecture: Lecture, rang: int) -> int | None:
    """« surnommé Wifi », « surnommée la Baronne » : ce qui suit est un surnom, quel qu'il soit."""
    fin = rang + (lecture.forme(rang) in ARTICLES)
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
    article = forme in ARTICLES or lecture.forme(rang - 1) in ARTICLES
    return article or lecture.majuscule(rang)


def appele(lecture: Lecture, rang: int) -> int | None:
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
    if lecture.forme(rang) in ARTICLES and nature_de(lecture.forme(rang + 1))[:1] in ("n", "a"):
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
