"""Ce que la seule forme d'un mot suffit à dire, en un entier : un bit par question.

Une règle qui lit la note mot à mot ne s'arrête qu'aux mots qui portent sa marque ; le plus souvent
aucun ne la porte, et elle n'a rien à lire. Une marque **écarte** : elle est nécessaire, jamais
suffisante, et l'ôter (`test_ecarter_tot.py`) ne doit rien faire trouver de plus.

D'une note à l'autre ne se garde, comme de `lru_cache`, que ce que des formes disent d'elles-mêmes,
en nombre borné. Celles des mots courants se livrent (`prepare.py`) : les demander coûtait un
vingtième de la première lecture.
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
        self._livrees: dict[str, int] | None = None

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
        self.clear()
        self._livrees = None
        return bit

    def __missing__(self, forme: str) -> int:
        livrees = self._lire() if self._livrees is None else self._livrees
        marque = livrees.get(forme)
        if marque is None:
            marque = self.demander(forme)
        marque |= self._dites.get(forme, 0)
        if len(self) >= _GARDEES:
            self.clear()
        self[forme] = marque
        return marque

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

    def _lire(self) -> dict[str, int]:
        """Les marques livrées, si ce sont celles des questions d'aujourd'hui ; sinon, aucune."""
        modules, bits = self.questions()
        posees, groupes = marques_livrees()
        livrees: dict[str, int] = {}
        for oui, formes in groupes if posees == modules else ():
            marque = sum(bits[rang] for rang in oui)
            livrees.update(dict.fromkeys(formes, marque))
        self._livrees = livrees
        return livrees


TABLE: Final = _Table()
marque: Final = TABLE.marque
marque_de: Final = TABLE.marque_de
