"""Ce qu'un « et » relie à un nom en est souvent un : « karim et bouchon », « Prune et Aya ».

Le français coordonne des semblables : à côté d'un nom sûr, un mot sans article qui pourrait être un
prénom ou un surnom en est un ; un autre nom commun se vérifie.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, mots_de, nature_de, prenoms, termes
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules import contextes as ctx
from tat_carnet.anonymisation.rules.genres import AMBIGU, INCONNU, OUTIL, genre_de_mot
from tat_carnet.anonymisation.rules.positions import est_sujet
from tat_carnet.anonymisation.sonorite import est_une_faute

_NOMS: Final = frozenset((Categorie.nom, Categorie.surnom))
_MASQUER: Final = Niveau.masquer
_RELIENT: Final = mots_de("et ou ni")
_SIGNES: Final = frozenset((",", "+", "/", "&"))
_REPETES: Final = mots_de("de d a avec chez pour")
_FERMENT: Final = frozenset((",", ".", ";", ":", ")", "!", "?", "+", "/", "&"))
_SUITES: Final = mots_de("et ou ni qui il elle ils elles on hier dehors ce dans devant sur")
_FREQUENT: Final = 20_000


def reperer(lecture: Lecture, trouves: Sequence[Repere]) -> Iterator[Repere]:
    """Les mots coordonnés à un nom masqué, de proche en proche."""
    surs = [r for r in trouves if r.niveau is _MASQUER]
    couverts = {r.debut: r.fin for r in surs}
    a_voir = [(r.debut, r.fin) for r in surs if r.categorie in _NOMS]
    while a_voir:
        debut, fin = a_voir.pop()
        premier, dernier = lecture.rangs.get(debut), _finissant(lecture, fin)
        for rang in _voisins(lecture, premier, dernier):
            mot = lecture.mot(rang)
            niveau = None if mot.debut in couverts else _niveau(lecture, rang)
            if niveau is not None:
                couverts[mot.debut] = mot.fin
                yield Repere(mot.debut, mot.fin, Categorie.surnom, niveau)
                if niveau is Niveau.masquer:
                    a_voir.append((mot.debut, mot.fin))


def _finissant(lecture: Lecture, fin: int) -> int | None:
    """Le rang du mot qui finit là."""
    rang = bisect_left(lecture.fins, fin)
    return rang if rang < len(lecture.fins) and lecture.fins[rang] == fin else None


def _voisins(lecture: Lecture, premier: int | None, dernier: int | None) -> Iterator[int]:
    """Les rangs coordonnés juste avant et juste après un nom."""
    if dernier is not None:
        suivant = dernier + 1
        relie = lecture.forme(suivant) in _RELIENT
        if relie or lecture.entre(suivant).strip() in _SIGNES:
            suivant += relie
            suivant += lecture.forme(suivant) in _REPETES
            if suivant < len(lecture.formes):
                yield suivant
    if premier is not None and premier > 0:
        relie = lecture.forme(premier - 1) in _RELIENT
        avant = premier - 1 - relie
        if avant >= 0 and (relie or lecture.entre(premier).strip() in _SIGNES):
            yield avant


def _niveau(lecture: Lecture, rang: int) -> Niveau | None:
    """Ce que vaut un mot coordonné à un nom."""
    forme, avant = lecture.forme(rang), lecture.forme(rang - 1)
    if forme in termes("celebrites") and lecture.majuscule(rang) and lecture.ouvre_une_phrase(rang):
        return Niveau.masquer  # « Messi et le Boucher ont pelleté »
    if (
        len(forme) < 3
        or "'" in lecture.entre(rang)
        or not forme.isalpha()
        or genre_de_mot(forme) == OUTIL
    ):
        return None
    if forme in ctx.OUTILS or forme in termes("generiques") or forme in ctx.VERBES:
        return None
    if avant in ctx.DETERMINANTS - _REPETES or nature_de(forme)[:1] in ("v", "i", "g", "o"):
        return None
    suite = lecture.entre(rang + 1).strip()[:1]
    suivant = lecture.forme(rang + 1)
    if not (suite in _FERMENT or suivant in _SUITES or not suivant or est_sujet(lecture, rang)):
        return None
    genre = genre_de_mot(forme)
    connu = prenoms().get(forme)
    surnom = forme in termes("surnoms") or forme in termes("surnoms_nus")
    if genre == AMBIGU or surnom or (connu is not None and mots().get(forme, 0) < _FREQUENT):
        return Niveau.masquer
    if genre == INCONNU:
        propre = lecture.majuscule(rang) and not lecture.sans_casse  # « Shorty, Bigga et Noam »
        rare = propre or forme in termes("noms_ine") or not est_une_faute(forme)
        return Niveau.masquer if rare else None
    return Niveau.verifier if nature_de(forme)[:1] == "n" else None
