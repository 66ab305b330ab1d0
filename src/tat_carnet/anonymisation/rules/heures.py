"""Heures exactes : « 22h30 », « 18:45 », « minuit et quart »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_HEURE: Final = re.compile(
    r"(?<![\d\w])(?:[01]?\d|2[0-4]) ?(?:h(?:eures?)?|:) ?(?:[0-5]\d)?(?!\d)\b"
)


def reperer(note: Note) -> Iterator[Repere]:
    """Les heures en chiffres."""
    yield from chercher(note, _HEURE, Categorie.heure)
