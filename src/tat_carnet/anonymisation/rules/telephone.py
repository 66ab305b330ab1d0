"""Numéros de téléphone français et étrangers, espacés, pointés, ou tapés avec la lettre o."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_ECART = r"[ .,/_:-]{0,3}"
_CHIFFRES: Final = re.compile(
    rf"(?<![\w])(?:(?:\+|00){_ECART}\d{{1,3}}{_ECART}(?:\(0\){_ECART})?[1-9]|[0o]{_ECART}[1-9])"
    rf"(?:{_ECART}[0-9o]){{8}}(?!\d)"
)


def reperer(note: Note) -> Iterator[Repere]:
    """Les numéros à dix chiffres, ou internationaux."""
    yield from chercher(note, _CHIFFRES, Categorie.telephone)
