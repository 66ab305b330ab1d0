"""Retrouver par quelques lettres : replier un texte, comparer à ce qu'on tape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_DIGITS: Final = re.compile(r"(\d+)")
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "’": "'"})


def fold(text: str) -> str:
    """Le texte sans accent, ni casse, ni ligature : « Cœur d’îlot » donne « coeur d'ilot »."""
    spread = unicodedata.normalize("NFD", text.translate(_LIGATURES))
    return "".join(c for c in spread if not unicodedata.combining(c)).casefold()


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """De quoi ranger des noms comme on les lit : « hall 2 » avant « hall 10 »."""
    pieces = _DIGITS.split(fold(text))
    return tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces)


def words(text: str) -> list[str]:
    """Les mots repliés d'un texte."""
    kept = "".join(c if c.isalnum() else " " for c in fold(text))
    return kept.split()


def match_rank(typed: str, *candidates: str) -> int | None:
    """Rang d'une entrée pour ce qu'on tape : 0 le meilleur, `None` si elle ne répond pas.

    Chaque mot tapé doit commencer un mot d'un des candidats ; le premier candidat (le libellé)
    vaut mieux que les suivants (synonymes), et son début mieux que son milieu.
    """
    return words_rank(words(typed), [words(candidate) for candidate in candidates])


def words_rank(wanted: Sequence[str], groups: Sequence[Sequence[str]]) -> int | None:
    """Comme `match_rank`, des mots déjà repliés : de quoi filtrer des milliers d'entrées."""
    if not wanted:
        return 0
    if not all(any(w.startswith(t) for group in groups for w in group) for t in wanted):
        return None
    if groups[0] and groups[0][0].startswith(wanted[0]):
        return 0
    in_label = all(any(w.startswith(t) for w in groups[0]) for t in wanted)
    return 1 if in_label else 2
