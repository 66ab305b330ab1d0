"""Ce que la seule forme d'un mot suffit à dire, en un entier : un bit par question.

Une règle qui lit la note mot à mot ne s'arrête qu'aux mots qui portent sa marque ; le plus souvent
aucun ne la porte, et elle n'a rien à lire. Une marque **écarte** : elle est nécessaire, jamais
suffisante, et l'ôter (`test_ecarter_tot.py`) ne doit rien faire trouver de plus.

D'une note à l'autre ne se garde, comme de `lru_cache`, que ce que des formes disent d'elles-mêmes,
en nombre borné. Celles des mots courants et des lexiques se livrent (`prepare.py`) : les demander
coûtait un dixième de la première lecture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from tat_carnet.anonymisation.prepare import marques_livrees

MAJUSCULE: Final = 1
"""Dans une note, ajouté à la marque d'un mot dont la capitale apprend quelque chose."""
_GARDEES: Final = 16_384


class _Table(dict[str, int]):
    """La marque de chaque forme déjà vue."""

    def __init__(self) -> None:
        super().__init__()
        self._suivante = MAJUSCULE << 1
        self._questions: list[tuple[int, Callable[[str], bool]]] = []
        self._dites: dict[str, int] = {}
        self._livre = False
        self._borne = _GARDEES

    def marque(self, question: Callable[[str], bool]) -> int:
        """`_OUVRE = marque(_ouvre)` : le bit des formes pliées dont `_ouvre` est vrai."""
        bit = self._suivant()
        self._questions.append((bit, question))
        return bit

    def marque_de(self, mots: Iterable[str]) -> int:
        """`_LIE = marque_de(_LIAISONS)` : le bit de ces mots ; les lire tous ne coûte rien."""
        bit = self._suivant()
        for mot in mots:
            self._dites[mot] = self._dites.get(mot, 0) | bit
        return bit

    def _suivant(self) -> int:
        bit, self._suivante = self._suivante, self._suivante << 1
        self._vider()
        return bit

    def _vider(self) -> None:
        self.clear()
        self._livre = False

    def __missing__(self, forme: str) -> int:
        if not self._livre:
            self._livrer()
            if forme in self:
                return self[forme]
        if len(self) >= self._borne:
            self._vider()
        self[forme] = marque = self.demander(forme) | self._dites.get(forme, 0)
        return marque

    def _livrer(self) -> None:
        """Inscrit d'avance les marques livrées : les trouver ne coûte qu'une lecture."""
        self.update(self.livrees())
        for forme, dite in self._dites.items():
            if forme in self:
                self[forme] |= dite
        self._borne = len(self) + _GARDEES
        self._livre = True

    def demander(self, forme: str) -> int:
        """Les bits des questions qui disent oui de cette forme, sans rien lire de livré."""
        marque = 0
        for bit, question in self._questions:
            if question(forme):
                marque |= bit
        return marque

    def questions(self) -> tuple[list[str], list[int]]:
        """Le module de chaque question et son bit ; l'ordre des imports n’y change rien."""
        connues = sorted((question.__module__, bit) for bit, question in self._questions)
        return [module for module, _ in connues], [bit for _, bit in connues]

    def livrees(self) -> dict[str, int]:
        """Les marques livrées, si ce sont celles des questions d'aujourd'hui ; sinon, aucune."""
        modules, bits = self.questions()
        posees, groupes = marques_livrees()
        livrees: dict[str, int] = {}
        for oui, formes in groupes if posees == modules else ():
            marque = sum(bits[rang] for rang in oui)
            livrees.update(dict.fromkeys(formes, marque))
        return livrees


TABLE: Final = _Table()
marque: Final = TABLE.marque
marque_de: Final = TABLE.marque_de
