"""Ce qu'un texte tapé a d'inattendu pour la base et pour la recherche."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.domain.brut import MASQUE
from tat_carnet.domain.errors import EcritureImpossible

LIGATURES: Final = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
"""Pour `str.translate` : Unicode ne décompose pas « cœur », que l'on tape « coeur »."""

_VOILE: Final = (
    "En projection, ce qui est brut ne se récrit pas. Rien n’est perdu\u202f: quittez la "
    "projection, puis recommencez."
)
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """Ce texte, ses demi-signes (collage abîmé) marqués « � » : un seul ferait refuser la note.

    `EcritureImpossible` pour un texte que la projection a voilé : il en écraserait un vrai.
    """
    if text == MASQUE:
        raise EcritureImpossible(_VOILE)
    return _LONE_SURROGATE.sub("\ufffd", text)
