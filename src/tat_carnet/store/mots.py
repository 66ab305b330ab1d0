"""Les mots que le cahier contient, pour retrouver celui qu'on a mal tapé.

Rien n'en est écrit : ils se lisent dans les index, lettre par lettre, quand une recherche ne
trouve rien, et s'oublient à la première écriture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from tat_carnet.domain.recherche import fold
from tat_carnet.store.base import Base, Depot
from tat_carnet.store.recherche import Terme

SHORTEST: Final = 4
"""En deçà, presque tout mot est à une faute d'un autre."""
LONG: Final = 8
"""À partir d'ici, deux fautes se pardonnent."""
MOST: Final = 6
"""Mots proches retenus : au-delà, ce n'est plus une correction."""


class Mots:
    """Les mots des index, par première lettre. Un mot lu l'est au plus une fois par écriture."""

    def __init__(self) -> None:
        self._by_initial: dict[tuple[str, str], list[str]] = {}
        self._compteur = -1

    def proches(self, base: Base, indexes: Sequence[str], word: str, *, prefixe: bool) -> list[str]:
        """Les mots de ces index à une faute de `word` (deux s'il est long), les plus proches.

        Une lettre de trop, de moins, changée ou échangée avec sa voisine. `prefixe` : `word` peut
        n'être que le début du mot. La première lettre est tenue pour juste.
        """
        typed = fold(word)
        if len(typed) < SHORTEST or not typed.isalpha():
            return []
        ends = (None, *range(len(typed) - 1, len(typed) + 2)) if prefixe else (None,)
        shown: dict[str, list[str]] = {}
        for term in self._words(base, indexes, typed[0]):
            for begun in dict.fromkeys(term[:end] for end in ends):
                shown.setdefault(begun, []).append(term)
        faults = 1 + (len(typed) >= LONG)
        begins = list(shown)
        # Ici, et non en tête : six mégaoctets, pour une faute de frappe qui ne vient pas toujours.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        found = extract(typed, begins, scorer=OSA.distance, score_cutoff=faults, limit=MOST)
        terms = [term for begun, *_ in found for term in shown[begun]]
        return list(dict.fromkeys(terms))[:MOST]

    def _words(self, base: Base, indexes: Sequence[str], initial: str) -> list[str]:
        ((compteur,),) = base.rows("SELECT compteur FROM identite")
        if compteur != self._compteur:
            self._by_initial.clear()
            self._compteur = compteur
        words: set[str] = set()
        for index in indexes:
            key = (index, initial)
            if key not in self._by_initial:
                self._by_initial[key] = _read(base, index, initial)
            words.update(self._by_initial[key])
        return sorted(words)


class Tolerance(Depot):
    """Ce que partagent les recherches d'un cahier : pardonner une faute de frappe."""

    def __init__(self, base: Base) -> None:
        super().__init__(base)
        self._mots = Mots()

    def choices(
        self, terme: Terme, indexes: Sequence[str], found: Callable[[Terme], bool]
    ) -> list[Terme]:
        """Le terme lui-même ou, si `found` ne le trouve pas, les mots qui lui ressemblent."""
        if not terme.seul or found(terme):
            return [terme]
        near = self._mots.proches(self._base, indexes, terme.texte, prefixe=terme.prefixe)
        return [Terme(word, terme.prefixe) for word in near] or [terme]


def _read(base: Base, index: str, initial: str) -> list[str]:
    """Les mots d'au moins quatre lettres qui commencent ainsi, codes exclus."""
    base.rows(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_mots USING fts5vocab (main, {index}, col)"
    )
    rows = base.rows(
        f"SELECT DISTINCT term FROM temp.{index}_mots WHERE term >= ? AND term < ? "
        "AND col <> 'codes' AND length(term) >= ?",
        (initial, chr(ord(initial) + 1), SHORTEST),
    )
    return [row[0] for row in rows]
