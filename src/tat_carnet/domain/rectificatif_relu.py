"""Ce qui peut partir d'un rectificatif, entièrement relu."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.relu import DementiRelu, TexteRelu


@dataclass(frozen=True, slots=True)
class Rectificatif:
    """Ce qui se révèle faux dans un document de ce genre, sorti ce jour-là ; `mot` peut manquer."""

    genre: GenreDocument
    sorti_le: date
    jour: date
    dementis: tuple[DementiRelu, ...]
    mot: TexteRelu
