"""Ce qui nommerait encore quelqu'un quand les textes bruts sont partis : un mot, une recherche.

Un mot ajouté au dictionnaire ou gardé dans une recherche n'a ni date ni lien. Il s'en va donc quand
plus aucun texte ne le dit, sauf s'il est de tous les jours : celui-là ne nomme personne.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tat_carnet.anonymisation.lexiques import mots, prenoms, termes
from tat_carnet.anonymisation.pliage import plier

_MOT: Final = re.compile(r"[^\W_]+")
_TRES_COURANT: Final = 20_000
"""Au-delà, un mot qui est aussi un prénom (« la », « belle ») n'en est pas un d'ordinaire."""
_TELEPHONE: Final = 5
"""À partir de tant de chiffres, un nombre peut désigner quelqu'un."""


class Dits:
    """Les mots que des textes gardés disent encore, pliés."""

    def __init__(self, gardes: Iterable[str]) -> None:
        self._formes = frozenset(forme for mot in gardes for forme in _MOT.findall(plier(mot)))

    def s_oublie(self, texte: str, *, prefixe: bool = False) -> bool:
        """Vrai si un mot de `texte` pourrait nommer et que rien ne le dit plus.

        `prefixe` : le dernier mot peut n'être qu'un début, comme dans une recherche.
        """
        return bool(self.oublies(texte, prefixe=prefixe))

    def oublies(self, texte: str, *, prefixe: bool = False) -> list[str]:
        """Ces mots-là, pliés ; `prefixe` comme pour `s_oublie`."""
        formes = _MOT.findall(plier(texte))
        return [
            forme
            for rang, forme in enumerate(formes, start=1)
            if not (_ordinaire(forme) or self._dit(forme, prefixe and rang == len(formes)))
        ]

    def un_mot_de(self, texte: str) -> bool:
        """Vrai si un mot de `texte` en est un, ou le début d'un."""
        return any(self._dit(forme, debut=True) for forme in _MOT.findall(plier(texte)))

    def _dit(self, forme: str, debut: bool) -> bool:
        if forme in self._formes:
            return True
        return debut and any(dite.startswith(forme) for dite in self._formes)


def _ordinaire(forme: str) -> bool:
    """Vrai pour un mot courant, un mot du métier ou un nombre court ; « rose » est un prénom."""
    if forme in prenoms():
        return mots().get(forme, 0) > _TRES_COURANT
    known = forme in mots() or forme in termes("metier")
    return known or (forme.isdigit() and len(forme) < _TELEPHONE)
