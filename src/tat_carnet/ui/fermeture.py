"""Comment une fermeture du cahier s'est passée, et ce que le seuil en dit."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final


class Closed(Enum):
    """Comment une fermeture s'est passée."""

    whole = auto()
    """Tout est écrit, le cahier est fermé."""
    lost = auto()
    """Le cahier est fermé, mais ce qui venait d'être tapé n'a pas pu être écrit."""
    pending = auto()
    """Un geste qu'on ne coupe pas dure encore ; le cahier se ferme après lui."""


CLOSING: Final = "Verrouillage : une écriture s’achève…"
OUTCOMES: Final = {
    Closed.whole: "Votre brouillon est gardé, le cahier est verrouillé.",
    Closed.lost: (
        "Le cahier est verrouillé, mais ce qui venait d’être tapé n’a pas pu être écrit. Ce qui "
        "était déjà enregistré est intact."
    ),
    Closed.pending: (
        "Le cahier se ferme dès que l’opération en cours s’achève. Rien n’est perdu : vous pouvez "
        "déjà taper votre phrase."
    ),
}
