"""Ce qui peut partir d'une note de synthèse (`domaine.md` §6), entièrement relu."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tat_carnet.domain.relu import Effort, FaitRelu, NatureRelue, TexteRelu


@dataclass(frozen=True, slots=True)
class NoteSynthese:
    """Deux pages : objet, constats, analyse, options, proposition ; `du` et `au` compris."""

    objet: TexteRelu
    jour: date
    du: date
    au: date
    effort: Effort
    faits: tuple[FaitRelu, ...]
    constats: tuple[TexteRelu, ...]
    analyse: tuple[TexteRelu, ...]
    options: tuple[TexteRelu, ...]
    proposition: TexteRelu
    ensemble: tuple[NatureRelue, ...] = ()
