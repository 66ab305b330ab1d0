"""Un mot inconnu est-il une faute sur un mot courant, ou un prénom mal orthographié ?"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots, prenoms, termes

_RARE: Final = 400
"""Naissances en deçà desquelles on ne cherche pas de variantes d'un prénom."""
_SEUILS: Final = {3: 40000, 4: 20000, 5: 3000}
"""Presque tout mot court est à une lettre d'un autre : il faut que l'autre soit très courant."""
_MOT_LONG: Final = 30
"""Au-delà, ce n'est ni une faute ni un prénom ; et chercher ses variantes coûterait son carré."""
_LETTRES: Final = "abcdefghijklmnopqrstuvwxyz"
_SONS: Final = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"qu|q|ck|c(?=[aou]|$|[^eiyh])"), "k"),
    (re.compile(r"th"), "t"),
    (re.compile(r"(?<=[a-z])h|^h"), ""),
    (re.compile(r"eau|au"), "o"),
    (re.compile(r"y"), "i"),
    (re.compile(r"z|c(?=[ei])"), "s"),
    (re.compile(r"ai|ei"), "e"),
    (re.compile(r"(?<=[a-z]{2})(?:e|es|s|t|d)$"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def son(forme: str) -> str:
    """Une forme approchée de la prononciation."""
    for motif, par in _SONS:
        forme = motif.sub(par, forme)
    return forme


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
    connus = mots()
    coupes = [(forme[:i], forme[i:]) for i in range(len(forme) + 1)]
    candidats = [g + d[1:] for g, d in coupes if d]
    candidats += [g + d[1] + d[0] + d[2:] for g, d in coupes if len(d) > 1]
    seuil = _SEUILS.get(len(forme), COURANT)
    if any(connus.get(c, 0) > seuil for c in candidats):
        return True
    voisins = {g + c + d[k:] for g, d in coupes for c in _LETTRES for k in (0, 1)}
    return any(connus[c] > seuil for c in connus.keys() & voisins)
