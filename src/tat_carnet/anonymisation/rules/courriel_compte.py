"""Adresses électroniques et comptes de réseaux sociaux, avec ou sans @."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_COURRIEL: Final = re.compile(
    r"[a-z0-9._%+-]{1,64} ?(?:@|\[at\]|\(at\)) ?[a-z0-9.-]{1,64}\.[a-z]{2,10}"
)
_ARROBE: Final = re.compile(r"(?<![\w.])@ ?[a-z0-9._]{2,40}")


def reperer(note: Note) -> Iterator[Repere]:
    """Courriels, puis comptes."""
    yield from chercher(note, _COURRIEL, Categorie.courriel)
    yield from chercher(note, _ARROBE, Categorie.compte)
