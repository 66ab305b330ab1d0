"""Les surnoms qu'un article annonce : « La Duchesse », « le gros a séparé », « c'est l'Amiral »."""

from __future__ import annotations

from functools import cache
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots_de, natures, termes
from tat_carnet.anonymisation.marques import marque
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, COMMUN, OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.positions import agit, est_sujet

COMPLEMENTS: Final = mots_de("de des du d nationale national sociale social publique public")
LITTERAUX: Final = mots_de(
    "grand gros vieux petit maire president banquier prof juge parrain marraine commandant",
    "capitaine sergent ange demon saint ancien taxi docteur general colonel artiste musicien",
    "minot chien chat rat coq poule canard mouton merle camion char patron brun brune blond",
)
"""Trop souvent pris au pied de la lettre pour qu'une préposition suffise."""
_METIERS: Final = ("eur", "euse", "ier", "iere", "iste", "ien", "ienne", "logue", "tre", "aire")
_FREQUENTER: Final = mots_de("avec vu croise chez rencontre et ou ni pas que connais contre par")
_SUITES: Final = mots_de("et qui ce hier pour il elle ils dans devant sur qu mais en ki du")
_INERTES: Final = mots_de(
    "machine camion tempete orage ouragan rafale brise tonnerre petard taxi char kebab tambour",
)
"""« l'orage a éclaté », « la machine a rendu l'âme » : ce qui agit sans être quelqu'un."""
_PRENNENT: Final = mots_de("attend attends prend prends prendre pris rate rater reprend")
_ROULENT: Final = mots_de("passe passait passera roule circule dessert")
_SELON_L_HORAIRE: Final = mots_de("toutes toute jusqu jusque plus pas encore a par")
_FETES: Final = mots_de("toussaint saint sainte chandeleur pentecote ascension noel assomption")
_LETTRES_OUTILS: Final = "aycdjlmnst"


def avec_article(lecture: Lecture, rang: int) -> int | None:
    """« Le Grand », « la Pince », « L'Ancien » : une capitale que l'article n'appelle pas."""
    if lecture.entre(rang + 1) not in (" ", "'"):
        return None
    if lecture.forme(rang - 1) == "chez" and _est_une_bete(lecture.forme(rang + 1)):
        return rang + 1
    suivant = lecture.forme(rang + 1)
    if lecture.forme(rang - 1) in _PRENNENT and len(suivant) == 1:
        return None  # « il attend le Z à l'arrêt » : une ligne
    if not lecture.majuscule(rang + 1):
        return _sans_capitale(lecture, rang + 1)
    if suivant in _FETES:
        return None
    if len(suivant) == 1:
        agit_seul = lecture.forme(rang + 2) in ctx.VERBES and not _est_une_ligne(lecture, rang + 1)
        return rang + 1 if agit_seul else None
    if lecture.sigle(rang + 1) or not (
        _fait_surnom(suivant) or _est_une_dignite(lecture, rang + 1)
    ):
        return None
    if lecture.forme(rang + 2) in COMPLEMENTS:
        return None
    fin = rang + 1
    while lecture.majuscule(fin + 1) and lecture.colle(fin + 1) and not lecture.sigle(fin + 1):
        fin += 1
    return fin


def _est_une_ligne(lecture: Lecture, rang: int) -> bool:
    """« le Z ne passe plus », « le D roule jusqu'à minuit » : un bus, un tram."""
    nie = lecture.forme(rang + 1) in ("ne", "n")
    return lecture.forme(rang + 1 + nie) in _ROULENT and (
        nie or lecture.forme(rang + 2) in _SELON_L_HORAIRE
    )


def _est_une_dignite(lecture: Lecture, rang: int) -> bool:
    """« c'est l'Amiral qui », « Le Cardinal a dit » : un usuel, malgré sa fin d'adjectif."""
    humain = lecture.forme(rang + 1) in ("qui", "que") or est_sujet(lecture, rang)
    return humain and lecture.forme(rang) in termes("surnoms")


def _fait_surnom(forme: str) -> bool:
    genre = genre_de_mot(forme)
    if genre == OUTIL:
        return forme in termes("surnoms")
    return genre not in (COMMUN, AMBIGU) or not forme.endswith(ctx.ABSTRAITS)


def _sans_capitale(lecture: Lecture, rang: int) -> int | None:
    """« le gros a séparé », « la duchesse, elle » : un surnom usuel, sujet et sans complément."""
    fin, usuels = rang, termes("surnoms")
    if f"{lecture.forme(rang)} {lecture.forme(rang + 1)}" in usuels:
        fin += 1
    elif lecture.forme(rang) not in usuels and not _est_une_lettre(lecture.forme(rang)):
        return None
    if lecture.entre(fin + 1) in (" (", ", ") and lecture.forme(fin + 1) in ctx.APPOSES:
        return fin
    if _est_frequente(lecture, rang - 1, fin) or _est_du_batiment(lecture, fin):
        return fin
    if lecture.forme(fin) in _INERTES and not agit(lecture, fin, ctx.PAROLES):
        return None
    sujet = lecture.forme(fin + 1) in ctx.VERBES | {"t"} and not lecture.ouvre_une_phrase(fin + 1)
    return fin if sujet else None


def _est_une_bete(forme: str) -> bool:
    """On n'est « chez » que quelqu'un : « chez la tortue », « chez le poulpe »."""
    nature = natures().get(forme, "")
    return (
        nature in ("n", "na", "an", "nv")
        and genre_de_mot(forme) == COMMUN
        and (forme not in termes("generiques") and not forme.endswith(_METIERS))
    )


def _est_frequente(lecture: Lecture, rang: int, fin: int) -> bool:
    """« avec la fouine. », « vu le grizzly », « et le belge » : un surnom usuel qu'on fréquente."""
    if lecture.forme(fin) not in termes("surnoms") or lecture.forme(fin) in LITTERAUX:
        return False
    suite, signe = lecture.forme(fin + 1), lecture.entre(fin + 1).strip()[:1]
    finit = signe in (",", ".", "!", "?", ":", ")") or suite in _SUITES or not suite
    avant = lecture.forme(rang - 1)
    if avant in ("a", "o") and lecture.forme(rang - 2) in ("dit", "demande", "parle", "donne"):
        return True
    return finit and avant in _FREQUENTER


def _est_du_batiment(lecture: Lecture, fin: int) -> bool:
    """« l'ancien du 4e », « la fouine du hall B » : un surnom usuel et son adresse."""
    suivant = lecture.forme(fin + 2)
    loge = suivant.isdigit() or suivant in ("bat", "bt", "hall", "bloc", "batiment", "rdc", "cage")
    usuel = lecture.forme(fin) in termes("surnoms") and lecture.forme(fin) != "gardien"
    return lecture.forme(fin + 1) == "du" and loge and usuel


def _est_une_lettre(forme: str) -> bool:
    return len(forme) == 1 and forme.isalpha() and forme not in _LETTRES_OUTILS


@cache
def _tetes() -> frozenset[str]:
    """Le premier mot de chaque surnom usuel."""
    return frozenset(usuel.split()[0] for usuel in termes("surnoms"))


USUEL: Final = marque(lambda forme: forme in _tetes() or _est_une_lettre(forme))
"""Ce qui, sans capitale, peut être un surnom derrière un article."""
