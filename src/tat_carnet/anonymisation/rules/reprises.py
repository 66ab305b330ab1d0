"""Un nom reconnu une fois l'est partout dans la note, même là où rien ne l'annonce."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import termes
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, COMMUN, OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.noms_ambigus import est_une_locution

_NOMS: Final = frozenset((Categorie.nom, Categorie.surnom))
_MASQUER: Final = Niveau.masquer


def reperer(lecture: Lecture, trouves: Sequence[Repere]) -> Iterator[Repere]:
    """Les autres mentions des noms déjà masqués ; un mot commun garde besoin de sa majuscule."""
    pris = [r for r in trouves if r.categorie in _NOMS and r.niveau is _MASQUER]
    if not pris:
        return
    noms = _formes(lecture, pris)
    if not noms:
        return
    couverts = {r.debut for r in pris}
    for rang, (forme, debut) in enumerate(zip(lecture.formes, lecture.debuts, strict=True)):
        if forme in noms and debut not in couverts and _reprend(lecture, rang):
            yield Repere(debut, lecture.fins[rang], Categorie.nom, Niveau.masquer)


def _formes(lecture: Lecture, pris: Sequence[Repere]) -> set[str]:
    """Les mots de ces noms qui peuvent les désigner à eux seuls."""
    bornes = [(r.debut, r.fin) for r in pris]
    suite = iter(sorted(bornes))
    debut, fin = next(suite)
    noms: set[str] = set()
    for forme, place in zip(lecture.formes, lecture.debuts, strict=True):
        while fin <= place:
            suivant = next(suite, None)
            if suivant is None:
                return noms
            debut, fin = suivant
        propre = genre_de_mot(forme) != OUTIL or forme in termes("celebrites")
        if debut <= place and len(forme) > 2 and propre:
            noms.add(forme)
    return noms


def _reprend(lecture: Lecture, rang: int) -> bool:
    forme = lecture.forme(rang)
    if forme == "meme" and lecture.brut_de(rang).lower() != "mémé":
        return False
    if genre_de_mot(forme) == AMBIGU and est_une_locution(lecture, rang):
        return False
    if genre_de_mot(forme) in (AMBIGU, COMMUN):
        if lecture.forme(rang - 1) in ctx.DETERMINANTS or forme in ctx.OUTILS:
            return False
        return lecture.sans_casse or lecture.majuscule(rang)
    return True
