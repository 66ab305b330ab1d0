"""Ce que le second lecteur voit d'un mot : ce qu'il est, comment il s'écrit, ce qui l'entoure.

Un trait est une courte chaîne ; les poids appris (`second_lecteur.tsv`) en portent les mêmes. Rien
ici ne retient un nom : d'un mot rare, on ne voit que ses trois dernières lettres et sa nature.
"""

from __future__ import annotations

from functools import lru_cache
from math import log
from typing import Final

from tat_carnet.anonymisation.lecture import Lecture
from tat_carnet.anonymisation.lexiques import mots, nature_de, prenoms, termes
from tat_carnet.anonymisation.rules.genres import genre_de_mot

_LEXIQUES: Final = ("surnoms", "surnoms_nus", "roles", "generiques", "publics", "metier")
_LONG: Final = 9
_LIENS: Final = frozenset(("", "'", "-"))
_BORD: Final = "^"


@lru_cache(maxsize=16_384)
def traits_de_forme(forme: str) -> tuple[str, ...]:
    """Les traits d'un mot plié hors de tout contexte."""
    genre, nature, frequence = _classes(forme)
    prenom = prenoms().get(forme)
    return (
        f"genre={genre}",
        f"nature={nature}",
        f"frequence={frequence}",
        f"prenom={-1 if prenom is None else _ordre(prenom.naissances)}",
        f"longueur={min(len(forme), _LONG)}",
        f"fin={forme[-3:]}",
        *(f"lexique={nom}" for nom in _LEXIQUES if forme in termes(nom)),
    )


def traits_de_place(lecture: Lecture, rang: int) -> tuple[str, ...]:
    """Les traits d'un mot là où il est."""
    genre, nature, frequence = _classes(lecture.forme(rang))
    casse = _casse(lecture, rang)
    avant, avant_avant = _voisins(lecture, rang, -1, lecture.ecarts[rang] if rang else _BORD)
    apres, apres_apres = _voisins(lecture, rang, 1, lecture.entre(rang + 1))
    return (
        f"avant={avant}",
        f"avant2={avant_avant}",
        f"apres={apres}",
        f"apres2={apres_apres}",
        f"nature,avant={nature},{avant}",
        f"nature,apres={nature},{apres}",
        f"genre,avant,apres={genre},{avant},{apres}",
        f"casse,avant={casse},{avant}",
        f"genre,casse={genre},{casse}",
        f"nature,frequence,casse={nature},{frequence},{casse}",
    )


@lru_cache(maxsize=16_384)
def _classes(forme: str) -> tuple[int, str, int]:
    """Genre, nature (et pluriel), ordre de grandeur de la fréquence."""
    return genre_de_mot(forme), _nature(forme), _ordre(mots().get(forme, 0))


def _nature(forme: str) -> str:
    nature = nature_de(forme)
    return nature[:1] + ("s" if nature[-1:] == "s" else "")


def _ordre(nombre: int) -> int:
    """Zéro, puis les puissances de quatre."""
    return 1 + int(log(nombre, 4)) if nombre > 0 else 0


def _casse(lecture: Lecture, rang: int) -> str:
    """Minuscule, capitale de phrase ou capitale que rien n'explique ; sigle, note sans casse."""
    capitale = "phrase" if lecture.majuscule(rang) else "basse"
    if lecture.majuscule_interne(rang):
        capitale = "haute"
    return f"{capitale}{'+sigle' * lecture.sigle(rang)}{'+nue' * lecture.sans_casse}"


def _voisins(lecture: Lecture, rang: int, sens: int, ecart: str) -> tuple[str, str]:
    """Le voisin de ce côté et le suivant ; un signe entre deux compte pour un voisin."""
    proche = _voisin(lecture.forme(rang + sens)) if rang + sens >= 0 else _BORD
    signe = ecart.strip()
    if signe not in _LIENS:
        return f"|{signe[:2]}", proche
    lointain = rang + 2 * sens
    return proche, _voisin(lecture.forme(lointain)) if lointain >= 0 else _BORD


@lru_cache(maxsize=16_384)
def _voisin(forme: str) -> str:
    """Un mot reconnu, un nombre, rien, ou la classe du mot."""
    if not forme or forme in termes("second_lecteur_voisins"):
        return forme
    genre, nature, _ = _classes(forme)
    return "#" if forme.isdigit() else f"<{nature}{genre}>"
