"""Ce qu'une recherche apprend hors de la liste des faits, et où mène ce qu'elle trouve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.frise import Frise
from tat_carnet.domain.trouvaille import Trouvaille
from tat_carnet.usecases.ports import Cahier

FRISE: Final = timedelta(weeks=12)
"""Ce que la frise montre, quand aucune période n'est choisie."""


@dataclass(frozen=True, slots=True)
class Alentours:
    """Ce qu'une recherche apprend hors de la liste."""

    filtre: Filtre
    trouvailles: Sequence[Trouvaille]
    corrections: Sequence[tuple[str, Sequence[str]]]
    frise: Frise | None

    @property
    def en_mots(self) -> str:
        """« « lumierre » n'est dans aucun fait, voici « lumiere » », ou rien."""
        return " ; ".join(
            f"« {typed} » n’est dans aucun fait, voici {', '.join(f'« {word} »' for word in words)}"
            for typed, words in self.corrections
        )


def alentours(filtre: Filtre, today: date, cahier: Cahier) -> Alentours:
    """Les autres noms, les mots corrigés, la frise du lieu choisi."""
    frise = None
    if filtre.site_id is not None:
        frise = cahier.frise(filtre.site_id, filtre.du or today - FRISE, filtre.au or today)
    return Alentours(
        filtre,
        cahier.trouver(filtre.texte) if filtre.texte.strip() else (),
        cahier.corrections(filtre.texte),
        frise,
    )


def situation_de(echeance_id: str, cahier: Cahier) -> str:
    """La situation d'une échéance, ou le calendrier si elle n'est d'aucune."""
    found = (e.situation_id for e in cahier.echeances() if e.id == echeance_id)
    return next(found, None) or "calendrier"


def fait_de(fait_id: str, cahier: Cahier) -> Fait | None:
    """Un fait, s'il existe encore."""
    try:
        return cahier.fait(fait_id)
    except KeyError:
        return None
