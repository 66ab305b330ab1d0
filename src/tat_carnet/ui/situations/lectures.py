"""Ce que l'écran « Situations » demande au cahier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.situation import Situation
from tat_carnet.ui.situations.calendar import AVenir
from tat_carnet.ui.situations.detail import Ouverte
from tat_carnet.usecases import situations as gestes
from tat_carnet.usecases.ports import Cahier

TROUVES: Final = 5
HORIZON: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Trouves:
    """Les faits qui répondent à une recherche."""

    faits: Sequence[Fait]
    sites: Sequence[Site]


def ouvrir(cahier: Cahier, situation: Situation) -> Ouverte:
    """Une situation et ce qui s'y rattache."""
    return Ouverte(
        situation,
        [cahier.fait(fait_id) for fait_id in situation.faits],
        {site.id: site for site in cahier.sites()},
        gestes.echeances_de(cahier, situation),
        cahier.termes_masquage(),
    )


def chercher(texte: str, cahier: Cahier) -> Trouves:
    """Les derniers faits qui répondent à ces mots."""
    faits = cahier.faits(Filtre(texte=texte, tolerant=True), TROUVES) if texte else ()
    return Trouves(faits, cahier.sites())


def a_venir(today: date, cahier: Cahier) -> AVenir:
    """Les échéances, et l'année qui vient."""
    # Ici, dans le fil du cahier : un quart de seconde la première fois.
    from tat_carnet.usecases.calendrier import calendrier, vacances_connues_jusqu_au

    zone = cahier.zone_scolaire()
    return AVenir(
        zone,
        gestes.echeances_a_venir(cahier),
        calendrier(today, today + HORIZON, zone),
        vacances_connues_jusqu_au(),
    )


def effacer(situation: Situation, cahier: Cahier) -> list[Echeance]:
    """Efface une situation ; rend les échéances qu'elle emporte."""
    lost = [echeance for echeance in cahier.echeances() if echeance.situation_id == situation.id]
    cahier.delete_situation(situation.id)
    return lost


def reprendre(situation: Situation, lost: Sequence[Echeance], cahier: Cahier) -> Situation:
    """Rend au cahier une situation effacée et ses échéances."""
    cahier.save_situation(situation)
    for echeance in lost:
        cahier.save_echeance(echeance)
    return situation
