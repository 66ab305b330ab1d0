"""Ce qui sort à la place d'un instant : sa semaine ou son mois, sa partie du jour.

Une période est une semaine ISO 8601, « 2026-S47 », ou un mois, « 2026-11 ».
"""

from __future__ import annotations

from datetime import date, datetime

from tat_carnet.domain.vocabulaire import Moment

_FINS = ((6, Moment.nuit), (12, Moment.matin), (14, Moment.midi), (18, Moment.apres_midi),
         (22, Moment.soiree))  # fmt: skip


def semaine_iso(jour: date) -> str:
    """La semaine ISO 8601 d'un jour, « 2026-S47 »."""
    annee, semaine, _ = jour.isocalendar()
    return f"{annee}-S{semaine:02d}"


def mois_iso(jour: date) -> str:
    """Le mois d'un jour, « 2026-11 »."""
    return f"{jour:%Y-%m}"


def periode_de(jour: date | None, *, au_mois: bool) -> str:
    """La semaine de ce jour, ou son mois ; vide sans jour."""
    if jour is None:
        return ""
    return mois_iso(jour) if au_mois else semaine_iso(jour)


def dit_le_mois(periode: str) -> bool:
    """Vrai pour « 2026-11 » : un fait qui ne dit plus sa semaine.

    Qui liste des faits le met après les autres : entre deux semaines, sa place dirait la sienne.
    """
    return "S" not in periode


def debut_de_periode(periode: str) -> date:
    """Le premier jour d'une semaine ou d'un mois ; `ValueError` si ce n'est ni l'un ni l'autre."""
    an, _, numero = periode.partition("-")
    if dit_le_mois(periode):
        return date(int(an), int(numero), 1)
    return date.fromisocalendar(int(an), int(numero.removeprefix("S")), 1)


def moment_de(instant: datetime) -> Moment:
    """La partie du jour d'un instant : matin 6-12, midi 12-14, après-midi 14-18, soirée 18-22."""
    return next((moment for fin, moment in _FINS if instant.hour < fin), Moment.nuit)
