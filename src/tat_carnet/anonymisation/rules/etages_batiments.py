"""Bâtiments, halls, cages, étages, portes, appartements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_BATIMENT: Final = re.compile(
    r"\b(?:bat(?:iment)?s?|hall|entree|cage|tour|bloc|allee)\.? ?(?:n[o°] ?)?"
    r"(?:\d{1,3}[a-z]?|[a-z]\d{0,2})\b"
)
_ETAGE: Final = re.compile(
    r"\b(?:\d{1,2} ?(?:er|ere|e|eme|ieme)?|premier|deuxieme|troisieme|quatrieme|cinquieme) ?etage\b"
    r"|\b(?:porte|appart(?:ement)?|apt)\.? ?(?:n[o°] ?)?(?:\d{1,4}[a-z]?|gauche|droite)\b"
)


def reperer(note: Note) -> Iterator[Repere]:
    """Ce qui désigne un immeuble, puis un logement."""
    yield from chercher(note, _BATIMENT, Categorie.batiment)
    yield from chercher(note, _ETAGE, Categorie.etage_porte)
