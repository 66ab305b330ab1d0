"""Un mot inconnu est-il une faute sur un mot courant, ou un prénom mal orthographié ?"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import repeat
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots, prenoms, termes
from tat_carnet.anonymisation.prepare import lettres_entre

_RARE: Final = 400
"""Naissances en deçà desquelles on ne cherche pas de variantes d'un prénom."""
_SEUILS: Final = {3: 40000, 4: 20000, 5: 3000}
"""Presque tout mot court est à une lettre d'un autre : il faut que l'autre soit très courant."""
_MOT_LONG: Final = 30
"""Au-delà, ce n'est ni une faute ni un prénom ; et chercher ses variantes coûterait son carré."""
_DOUBLES: Final = re.compile(r"(.)\1+")
_K: Final = re.compile(r"qu|q|ck|c(?=[aou]|$|[^eiyh])")
_H: Final = re.compile(r"(?<=[a-z])h|^h")
_S: Final = re.compile(r"z|c(?=[ei])")
_MUETTES: Final = re.compile(r"(?<=[a-z]{2})(?:e|es|s|t|d)$")


def son(forme: str) -> str:
    """Une forme approchée de la prononciation."""
    forme = _DOUBLES.sub(r"\1", forme).replace("ph", "f")
    forme = _H.sub("", _K.sub("k", forme).replace("th", "t"))
    forme = _S.sub("s", forme.replace("eau", "o").replace("au", "o").replace("y", "i"))
    return _DOUBLES.sub(r"\1", _MUETTES.sub("", forme.replace("ei", "e").replace("ai", "e")))


@cache
def _prenoms_par_son() -> frozenset[str]:
    connus = (nom for nom, prenom in prenoms().items() if prenom.naissances >= _RARE)
    inconnus = (nom for nom in connus if mots().get(nom, 0) <= COURANT)
    return frozenset(son(nom) for nom in (*inconnus, *termes("prenoms_ajoutes")) if len(nom) > 3)


@lru_cache(maxsize=8192)
def sonne_comme_un_prenom(forme: str) -> bool:
    """Vrai si la forme se prononce comme un prénom répandu : « kevine », « issaak »."""
    return 3 < len(forme) < _MOT_LONG and son(forme) in _prenoms_par_son()


@lru_cache(maxsize=8192)
def est_une_faute(forme: str) -> bool:
    """Vrai si la forme est à une lettre d'un mot courant : « batiman », « truvé »."""
    if len(forme) > _MOT_LONG:
        return False
    seuil = _SEUILS.get(len(forme), COURANT)
    return any(_le_plus_courant(essais) > seuil for essais in (_reprises(forme), _lettres(forme)))


def _le_plus_courant(formes: list[str]) -> int:
    """La fréquence du plus courant de ces mots."""
    return max(map(mots().get, formes, repeat(0)), default=0)


def _reprises(forme: str) -> list[str]:
    """Une lettre de moins, ou deux échangées."""
    coupes = [(forme[:i], forme[i:]) for i in range(len(forme))]
    echanges = [g + d[1] + d[0] + d[2:] for g, d in coupes[:-1]]
    return [g + d[1:] for g, d in coupes] + echanges


def _lettres(forme: str) -> list[str]:
    """Une lettre ajoutée ou changée : celles seulement qu'un mot courant place là."""
    entre, bords = lettres_entre(), f" {forme} "
    essais: list[str] = []
    for i in range(len(forme) + 1):
        avant, debut, reste = bords[i], forme[:i], forme[i:]
        essais += [debut + x + reste for x in entre.get(avant + bords[i + 1], "")]
        if reste:
            suite = reste[1:]
            essais += [debut + x + suite for x in entre.get(avant + bords[i + 2], "")]
    return essais
