"""Un surnom fait de plusieurs mots : « gros sel », « fil de fer », « le grand blond ».

Où l'on attend quelqu'un (« chez », « rappeler », « grâce à », « c'est … qui »), un groupe nominal
qui ne désigne ni un inconnu ni une structure se vérifie, article ou non.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, nature_de, termes
from tat_carnet.anonymisation.nombres import EN_TOUTES_LETTRES
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.positions import est_sujet, ouvre_une_proposition

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
_PAROLES: Final = ctx.ACTES - mots_de("l s n lui va vient sort rentre revient")
"""Ce qu'une structure ni une chose ne fait."""
_ARTICLES: Final = mots_de("le la l")
_ABSTRAITS: Final = tuple(
    mots_de("tion sion ment ments ite ence ance isme age ique ure eur ee"),
)


def reperer(lecture: Lecture) -> Iterator[Repere]:
    """Les groupes nominaux, à vérifier, que leur place désigne."""
    for rang in range(len(lecture.mots)):
        debut = _place(lecture, rang)
        if debut is None:
            continue
        fin = fin_du_groupe(lecture, debut)
        if fin is not None:
            bornes = lecture.mot(debut).debut, lecture.mot(fin).fin
            yield Repere(*bornes, Categorie.surnom, Niveau.verifier)


def _place(lecture: Lecture, rang: int) -> int | None:
    """Le rang où commence le groupe, derrière son article, si cette place attend quelqu'un."""
    forme = lecture.forme(rang)
    avant = lecture.forme(rang - 1)
    couple = (lecture.forme(rang - 2), avant) in _COUPLES
    appel = lecture.entre(rang) == " " and (avant in _APPELS or couple)
    if avant == "entre" and nature_de(forme)[-1:] == "s":
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
        return lecture.forme(fin + 1) in _PAROLES
    return _est_un_nom(lecture.forme(fin)) or lecture.forme(tete) in ctx.TAILLES


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


def _est_un_nom(forme: str) -> bool:
    generique = forme in termes("generiques") or forme.rstrip("sx") in termes("generiques")
    return nature_de(forme)[:1] == "n" and not generique and len(forme) > 2


def _peut_etre_une_tete(forme: str) -> bool:
    if len(forme) < 3 or not forme.isalpha() or forme in ctx.OUTILS:
        return False
    if forme in termes("generiques") or forme in termes("metier") or forme in termes("publics"):
        return False
    return nature_de(forme)[:1] in ("n", "a", "")
