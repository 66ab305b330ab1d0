"""Les mots que la démarche reformule, et « nourrice », qui ne sort jamais (`domaine.md` §2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere
from tat_carnet.anonymisation.rules.motifs import chercher

_NOURRICE: Final = re.compile(r"\bnourrices?\b")
_LEXIQUE: Final = re.compile(
    r"\b(?:dealers?|dealeuses?|trafiquante?s?"
    r"|toxicos?|toxicomanes?|toxs?|drogue(?:e|es|s)"
    r"|jeunes? delinquante?s?|delinquante?s?|guett?eu(?:r|se)s?|choufs?|points? de deal"
    r"|squatt?s? d[eu]s? halls?|familles? (?:complice|demissionnaire)s?"
    r"|zones? de non[ -]droit|les jeunes)\b"
)


def reperer(note: Note) -> Iterator[Repere]:
    """Le lexique, à décider ; « nourrice », masqué."""
    if "nourrice" in note.plie:
        yield from chercher(note, _NOURRICE, Categorie.nourrice)
    yield from chercher(note, _LEXIQUE, Categorie.lexique, Niveau.verifier)
