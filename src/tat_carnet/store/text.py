"""Ce qu'un texte tapé a d'inattendu pour la base et pour la recherche."""

from __future__ import annotations

import re
from typing import Final

LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
"""Pour `str.translate` : Unicode ne décompose pas « cœur », que l'on tape « coeur »."""

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """Ce texte, ses demi-signes (collage abîmé) marqués « � » : un seul ferait refuser la note."""
    return _LONE_SURROGATE.sub("\ufffd", text)
