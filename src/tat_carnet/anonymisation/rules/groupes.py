"""Un surnom fait de plusieurs mots : « gros sel », « fil de fer », « le grand blond ».

Où l'on attend quelqu'un (« chez », « rappeler », « grâce à », « c'est … qui »), un groupe nominal
qui ne désigne ni un inconnu ni une structure se vérifie, article ou non.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
from tat_carnet.anonymisation.marques import marque, marque_de
from tat_carnet.anonymisation.nombres import EN_TOUTES_LETTRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import INCONNU, OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.positions import agit, est_sujet, ouvre_une_proposition
from tat_carnet.anonymisation.rules.structures import nomme_une_structure

_APPELS: Final = mots_de(
    "avec chez vu vue croise croisee rencontre rappeler rappele attend attends selon entre",
    "appele prevenu accompagne revoir appelle contre recu",
)
"""Ce qui suit, sans article, est quelqu'un ou quelque chose de nommé."""
_APPELS_SURS: Final = mots_de("chez rappeler rappele selon croise attend prevenu accompagne")
"""Ce qui suit est quelqu'un, même derrière un article."""
_COUPLES: Final = frozenset(
    (
        ("grace", "a"), ("merci", "a"), ("nouvelles", "de"), ("tel", "de"), ("dossier", "de"),
        ("anniv", "de"), ("main", "de"), ("y", "avait"), ("dit", "a"), ("parle", "a"),
        ("demande", "a"), ("c", "est"), ("numero", "de"), ("message", "de"), ("appel", "de"),
        ("donne", "a"), ("faute", "a"), ("cause", "de"), ("copain", "de"), ("copine", "de"),
    )
)  # fmt: skip
_ATTENDENT: Final = _APPELS | {second for _, second in _COUPLES} | {"que", "meme"}
"""Hors d'une tête de proposition, le seul mot derrière lequel on cherche un groupe."""
_PAROLES: Final = ctx.ACTES - mots_de("l s n lui va vient sort rentre revient")
"""Ce qu'une structure ni une chose ne fait."""
_QUI: Final = mots_de("qui que ki ke")
_REFLECHIS: Final = mots_de(
    "battu battue excuse excusee calme calmee enerve enervee inscrit inscrite fache fachee rase",
    "rasee plaint plainte marie mariee endormi endormie engage engagee inquiete vante embrouille",
    "confie confiee leve levee moque moquee",
)
"""« la brindille s'est battu » : ce qu'une chose ne se fait pas."""
_COMPTES: Final = mots_de(
    "foyer famille menage logement appartement locataire habitant habitante jeune mineur mineure",
    "adolescent adolescente ado enfant eleve garcon fille femme homme couple usager usagere",
    "commercant commerce cas",
)
_SEULS: Final = mots_de("seul seule")
_NEGATIONS: Final = mots_de("pas plus jamais sans ni que aucun")
_ARTICLES: Final = mots_de("le la l")
_ABSTRAITS: Final = tuple(
    mots_de("tion sion ment ments ite ence ance isme age ique ure eur ee"),
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les groupes nominaux, à vérifier, que leur place désigne."""
    for rang in lecture.rangs_de(_SEUL):
        if _isole(lecture, rang):
            bornes = lecture.debuts[rang], lecture.fins[rang + 1]
            yield Repere(*bornes, Categorie.role_unique, Niveau.verifier)
    for rang in _places(lecture):
        debut = _place(lecture, rang)
        if debut is None:
            continue
        fin = None if nomme_une_structure(lecture, debut) else fin_du_groupe(lecture, debut)
        while fin is not None:
            bornes = lecture.mot(debut).debut, lecture.mot(fin).fin
            niveau = _niveau(lecture, debut, fin) if debut == rang else Niveau.verifier
            yield Repere(*bornes, Categorie.surnom, niveau)
            seul = fin == debut and lecture.forme(debut - 1) != "entre"
            if seul or lecture.forme(fin + 1) not in ("et", "ou"):
                break
            debut = rang = fin + 2
            fin = fin_du_groupe(lecture, debut) if _est_un_groupe(lecture, debut) else None


def _places(lecture: Lecture) -> Iterator[int]:
    """Les mots par lesquels un groupe peut s'ouvrir, là où l'on attend quelqu'un."""
    marques = lecture.marques
    for rang in lecture.rangs_de(_TETE | _ARTICLE):
        nu = marques[rang] & _TETE or marques[rang + 1] & _TETE
        if nu and (marques[rang - 1] & _ATTEND or ouvre_une_proposition(lecture, rang)):
            yield rang


def _isole(lecture: Lecture, rang: int) -> bool:
    """« Un seul foyer est concerné » : un effectif de un désigne quelqu'un."""
    if lecture.forme(rang) not in _SEULS or lecture.forme(rang + 1) not in _COMPTES:
        return False
    return lecture.forme(rang - 1) in ("un", "une") and lecture.forme(rang - 2) not in _NEGATIONS


def _est_un_groupe(lecture: Lecture, rang: int) -> bool:
    return lecture.forme(rang) in ctx.TAILLES or _peut_etre_une_tete(lecture.forme(rang))


def _niveau(lecture: Lecture, debut: int, fin: int) -> Niveau:
    """« double cheese m'a dit » : deux mots sans article, et ce que seule une personne fait."""
    qualifie = fin == debut + 1 and lecture.entre(fin) == " " and _est_un_nom(lecture.forme(fin))
    parle = lecture.forme(fin + 1) in _PAROLES or agit(lecture, fin, ctx.GESTES)
    parle = parle and est_sujet(lecture, fin)
    return Niveau.masquer if qualifie and parle else Niveau.verifier


def _place(lecture: Lecture, rang: int) -> int | None:
    """Le rang où commence le groupe, derrière son article, si cette place attend quelqu'un."""
    forme = lecture.forme(rang)
    avant = lecture.forme(rang - 1)
    couple = (lecture.forme(rang - 2), avant) in _COUPLES
    meme = avant == "meme" and ouvre_une_proposition(lecture, rang - 1)
    appel = lecture.entre(rang) == " " and (avant in _APPELS or couple or meme)
    if avant == "entre" and nature_de(forme)[-1:] == "s":
        return None
    if forme in EN_TOUTES_LETTRES and lecture.entre(rang + 1) != "-":
        return None
    if avant == "est" and nature_de(forme)[:1] == "a" and not _se_reprend(lecture, rang):
        return None
    if forme in _ARTICLES:
        couple = couple and avant not in ("est", "avait")
        sur = lecture.entre(rang) == " " and (avant in _APPELS_SURS or couple)
        agit = _agit(lecture, rang, rang + 1)
        return rang + 1 if (sur or agit) and _nomme_un_article(lecture, rang + 1) else None
    return rang if appel or _agit(lecture, rang, rang) else None


def _agit(lecture: Lecture, rang: int, tete: int) -> bool:
    """Vrai en tête de proposition, si le groupe est le sujet de ce que seule une personne fait."""
    if not (ouvre_une_proposition(lecture, rang) or lecture.forme(rang - 1) == "que"):
        return False
    fin = fin_du_groupe(lecture, tete)
    if fin is None or not est_sujet(lecture, fin):
        return False
    if tete > rang:
        parle = lecture.forme(fin + 1) in _PAROLES or agit(lecture, fin, ctx.PAROLES)
        return parle or _se_fait(lecture, fin + 1)
    return _est_un_nom(lecture.forme(fin)) or lecture.forme(tete) in ctx.TAILLES


def _se_reprend(lecture: Lecture, rang: int) -> bool:
    """« c'est grande perche qui », mais non « c'est bon signe »."""
    fin = fin_du_groupe(lecture, rang)
    return fin is not None and lecture.forme(fin + 1) in _QUI


def _se_fait(lecture: Lecture, rang: int) -> bool:
    """« s'est battu », « s'inquiète »."""
    if lecture.forme(rang) != "s":
        return False
    return not _REFLECHIS.isdisjoint((lecture.forme(rang + 1), lecture.forme(rang + 2)))


def _nomme_un_article(lecture: Lecture, rang: int) -> bool:
    """Derrière « le » ou « la », ni une structure, ni une chose abstraite, ni un complément."""
    forme = lecture.forme(rang)
    if nature_de(forme)[-1:] == "s" or forme.endswith(_ABSTRAITS) or genre_de_mot(forme) == OUTIL:
        return False
    fin = fin_du_groupe(lecture, rang)
    return fin is not None and lecture.forme(fin + 1) not in ("de", "d", "du", "des")


def fin_du_groupe(lecture: Lecture, rang: int) -> int | None:
    """Le rang du dernier mot du groupe nominal qui commence ici, sans article."""
    forme, suivant = lecture.forme(rang), lecture.forme(rang + 1)
    if forme in EN_TOUTES_LETTRES:
        return rang + 1 if _est_un_nom(suivant) and lecture.entre(rang + 1) in " -" else None
    if forme.endswith(_ABSTRAITS) and forme not in termes("surnoms"):
        return None
    qualifie = forme in ctx.TAILLES or nature_de(forme)[:1] == "a"
    if qualifie and _est_un_nom(suivant) and lecture.entre(rang + 1) == " ":
        return rang + 1
    if forme in ctx.TAILLES and nature_de(suivant) == "n" and lecture.entre(rang + 1) == " ":
        return rang + 1
    if not _peut_etre_une_tete(forme):
        return None
    if lecture.entre(rang + 1) == "-" and suivant not in ctx.INVERSIONS:
        return rang + 1
    if suivant in ("de", "d", "a") and _est_un_nom(lecture.forme(rang + 2)):
        return rang + 2
    adjectif = nature_de(suivant)[:1] in ("a", "p") and lecture.entre(rang + 1) == " "
    return rang + 1 if adjectif and not est_sujet(lecture, rang) else rang


@lru_cache(maxsize=16_384)
def _est_un_nom(forme: str) -> bool:
    generique = forme in termes("generiques") or forme.rstrip("sx") in termes("generiques")
    nominal = nature_de(forme)[:1] == "n" or genre_de_mot(forme) == INCONNU
    return nominal and not generique and len(forme) > 2


def _peut_ouvrir(forme: str) -> bool:
    """Faux d'un mot derrière lequel `fin_du_groupe` ne trouvera rien."""
    if forme in EN_TOUTES_LETTRES:
        return True
    if forme.endswith(_ABSTRAITS) and forme not in termes("surnoms"):
        return False
    return forme in ctx.TAILLES or nature_de(forme)[:1] == "a" or _peut_etre_une_tete(forme)


@lru_cache(maxsize=16_384)
def _peut_etre_une_tete(forme: str) -> bool:
    if len(forme) < 3 or not forme.isalpha() or forme in ctx.OUTILS:
        return False
    if forme in termes("generiques") or forme in termes("metier") or forme in termes("publics"):
        return False
    return nature_de(forme)[:1] in ("n", "a", "")


_SEUL: Final = marque_de(_SEULS)
_ARTICLE: Final = marque_de(_ARTICLES)
_ATTEND: Final = marque_de(_ATTENDENT)
_TETE: Final = marque(_peut_ouvrir)
