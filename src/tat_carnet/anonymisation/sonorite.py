"""Un mot inconnu est-il une faute sur un mot courant, ou un prénom mal orthographié ?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots, prenoms, termes
from tat_carnet.anonymisation.prepare import est_une_coupe, lettres_entre, sons_des_prenoms

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


def prenoms_par_son() -> frozenset[str]:
    """Ce que livre `sons_des_prenoms` ; le calculer prend un vingtième du chargement."""
    connus = (nom for nom, prenom in prenoms().items() if prenom.naissances >= _RARE)
    inconnus = (nom for nom in connus if mots().get(nom, 0) <= COURANT)
    return frozenset(son(nom) for nom in (*inconnus, *termes("prenoms_ajoutes")) if len(nom) > 3)


@lru_cache(maxsize=8192)
def sonne_comme_un_prenom(forme: str) -> bool:
    """Vrai si la forme se prononce comme un prénom répandu : « kevine », « issaak »."""
    return 3 < len(forme) < _MOT_LONG and son(forme) in sons_des_prenoms()


@lru_cache(maxsize=8192)
def est_une_faute(forme: str) -> bool:
    """Vrai si la forme est à une lettre d'un mot courant : « batiman », « truvé »."""
    if len(forme) > _MOT_LONG:
        return False
    connus = mots().keys() & _essais(forme)  # d'un trait : quarante `get` coûtaient le double
    return max(map(mots().__getitem__, connus), default=0) > _seuil(len(forme))


def _seuil(longueur: int) -> int:
    """La fréquence d'un mot à partir de laquelle une forme de cette longueur en est une faute."""
    return _SEUILS.get(longueur, COURANT)


def _essais(forme: str) -> list[str]:
    """Les mots courants à une lettre d'ici, parmi d'autres formes : le tamis dit où chercher.

    Une lettre changée, deux échangées : le mot et la forme se valent, une lettre ôtée à chacun.
    """
    entre, bords, essais = lettres_entre(), f"  {forme} ", []
    for i in range(len(forme)):
        debut, reste = forme[:i], forme[i + 1 :]
        essais.append(debut + reste)
        if est_une_coupe(debut + reste):
            essais.append(debut + reste[:1] + forme[i] + reste[1:])
            essais += [debut + x + reste for x in entre.get(bords[i : i + 2] + bords[i + 3], "")]
    if est_une_coupe(forme):
        for i in range(len(forme) + 1):
            essais += [forme[:i] + x + forme[i:] for x in entre.get(bords[i : i + 3], "")]
    return essais


def mots_coupes() -> Iterator[str]:
    """Les mots dont une forme peut être la faute, une lettre ôtée, changée ou déplacée."""
    for mot, frequence in mots().items():
        if frequence > min(_seuil(len(mot)), _seuil(len(mot) - 1)):
            yield mot
