"""Les mots que le cahier contient, pour retrouver celui qu'on a mal tapé.

Rien n'en est écrit : ils se lisent dans l'index, lettre par lettre, quand une recherche ne trouve
rien, et s'oublient à la première écriture.
"""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from tat_carnet.domain.recherche import fold
from tat_carnet.store.base import Base

SHORTEST: Final = 4
"""En deçà, presque tout mot est à une faute d'un autre."""
LONG: Final = 8
"""À partir d'ici, deux fautes se pardonnent."""
MOST: Final = 6
"""Mots proches retenus : au-delà, ce n'est plus une correction."""

_INDEXES: Final = ("fait_index", "site_index", "tournee_index")


class Mots:
    """Les mots de l'index, par première lettre. Un mot lu l'est au plus une fois par écriture."""

    def __init__(self) -> None:
        self._by_initial: dict[str, list[str]] = {}
        self._compteur = -1

    def proches(self, base: Base, word: str, *, prefixe: bool) -> list[str]:
        """Les mots à une faute de `word` (deux s'il est long), le plus proche d'abord.

        Une lettre de trop, de moins, changée ou échangée avec sa voisine. `prefixe` : `word` peut
        n'être que le début du mot. La première lettre est tenue pour juste.
        """
        typed = fold(word)
        if len(typed) < SHORTEST or not typed.isalpha():
            return []
        ends = (None, *range(len(typed) - 1, len(typed) + 2)) if prefixe else (None,)
        shown: dict[str, list[str]] = {}
        for term in self._words(base, typed[0]):
            for begun in dict.fromkeys(term[:end] for end in ends):
                shown.setdefault(begun, []).append(term)
        faults = 1 + (len(typed) >= LONG)
        begins = list(shown)
        found = extract(typed, begins, scorer=OSA.distance, score_cutoff=faults, limit=MOST)
        terms = [term for begun, *_ in found for term in shown[begun]]
        return list(dict.fromkeys(terms))[:MOST]

    def _words(self, base: Base, initial: str) -> list[str]:
        ((compteur,),) = base.rows("SELECT compteur FROM identite")
        if compteur != self._compteur:
            self._by_initial.clear()
            self._compteur = compteur
        if initial not in self._by_initial:
            self._by_initial[initial] = _read(base, initial)
        return self._by_initial[initial]


def _read(base: Base, initial: str) -> list[str]:
    """Les mots d'au moins quatre lettres qui commencent ainsi, codes exclus."""
    words: set[str] = set()
    for index in _INDEXES:
        base.rows(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_mots "
            f"USING fts5vocab (main, {index}, col)"
        )
        words.update(
            row[0]
            for row in base.rows(
                f"SELECT term FROM temp.{index}_mots WHERE term >= ? AND term < ? "
                "AND col <> 'codes' AND length(term) >= ?",
                (initial, chr(ord(initial) + 1), SHORTEST),
            )
        )
    return sorted(words)
