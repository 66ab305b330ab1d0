"""Âges exacts : « 14 ans », « 14a », « 15-16 ans » n'en est pas un."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_AGE: Final = re.compile(r"(?<![\d\w/-])\d{1,2} ?(?:ans?|piges?|balais)\b")


def reperer(note: Note) -> Iterator[Repere]:
    """Un nombre suivi de « ans » ou d'un de ses synonymes."""
    yield from chercher(note, _AGE, Categorie.age)
