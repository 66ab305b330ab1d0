"""Un nom reconnu une fois l'est partout dans la note, même là où rien ne l'annonce."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, COMMUN, OUTIL, genre_de_mot

_NOMS: Final = frozenset((Categorie.nom, Categorie.surnom))


def reperer(lecture: Lecture, trouves: Sequence[Repere]) -> Iterator[Repere]:
    """Les autres mentions des noms déjà masqués ; un mot commun garde besoin de sa majuscule."""
    pris = [r for r in trouves if r.categorie in _NOMS and r.niveau is Niveau.masquer]
    if not pris:
        return
    noms = _formes(lecture, pris)
    if not noms:
        return
    couverts = {r.debut for r in pris}
    for rang, mot in enumerate(lecture.mots):
        if mot.forme in noms and mot.debut not in couverts and _reprend(lecture, rang):
            yield Repere(mot.debut, mot.fin, Categorie.nom, Niveau.masquer)


def _formes(lecture: Lecture, pris: Sequence[Repere]) -> set[str]:
    """Les mots de ces noms qui peuvent les désigner à eux seuls."""
    bornes = [(r.debut, r.fin) for r in pris]
    suite = iter(sorted(bornes))
    debut, fin = next(suite)
    noms: set[str] = set()
    for mot in lecture.mots:
        while fin <= mot.debut:
            suivant = next(suite, None)
            if suivant is None:
                return noms
            debut, fin = suivant
        if debut <= mot.debut and len(mot.forme) > 2 and genre_de_mot(mot.forme) != OUTIL:
            noms.add(mot.forme)
    return noms


def _reprend(lecture: Lecture, rang: int) -> bool:
    forme = lecture.forme(rang)
    if genre_de_mot(forme) in (AMBIGU, COMMUN):
        if lecture.forme(rang - 1) in ctx.DETERMINANTS or forme in ctx.OUTILS:
            return False
        return lecture.sans_casse or lecture.majuscule(rang)
    return True
