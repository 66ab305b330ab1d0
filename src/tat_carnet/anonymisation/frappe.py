"""Ce qu'une personne tape : ce qui n'est pas à relire, ce qu'un repère en couvre encore."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tat_carnet.anonymisation.alertes import StatutAlerte
from tat_carnet.anonymisation.recriture import Morceau
from tat_carnet.anonymisation.reperes import Repere
from tat_carnet.anonymisation.segments import Segment, renumeroter
from tat_carnet.anonymisation.suivi import Suivi


def bornes_de_confiance(
    segments: Sequence[Segment], suivis: Sequence[Suivi]
) -> list[tuple[int, int]]:
    """Les bornes de ce qui n'est pas à relire : propositions, passages gardés ou en attente.

    `suivis` : par rang. Une alerte reformulée à la main se relit, elle.
    """
    bornes, debut = [], 0
    for segment in segments:
        fin, rang = debut + len(segment.texte), segment.alerte
        if rang is not None and suivis[rang].alerte.statut is not StatutAlerte.reformulee:
            bornes.append((debut, fin))
        debut = fin
    return bornes


def hors(repere: Repere, confiance: Sequence[tuple[int, int]]) -> Iterator[Repere]:
    """Ce que le repère couvre hors des passages de confiance."""
    debut = repere.debut
    for gauche, droite in confiance:
        if droite <= debut or gauche >= repere.fin:
            continue
        if debut < gauche:
            yield repere._replace(debut=debut, fin=gauche)
        debut = droite
    if debut < repere.fin:
        yield repere._replace(debut=debut)


def borne(morceau: Morceau, confiance: Sequence[tuple[int, int]]) -> Morceau:
    """Le morceau réduit à son repère si l'accord devait mordre sur un passage de confiance."""
    mord = any(g < morceau.fin_brut and d > morceau.debut_brut for g, d in confiance)
    if not mord:
        return morceau
    return replace(morceau, debut_brut=morceau.repere.debut, fin_brut=morceau.repere.fin)


def oublier_en_attente(
    suivis: Sequence[Suivi], segments: Sequence[Segment]
) -> tuple[list[Suivi], list[Segment]]:
    """Les alertes nées d'une frappe et non décidées renaîtront de la relecture, ou pas."""
    gardees = [
        suivi
        for suivi in suivis
        if suivi.source is not None or suivi.alerte.statut is not StatutAlerte.en_attente
    ]
    rangs = {suivi.alerte.rang: rang for rang, suivi in enumerate(gardees)}
    renommees = [suivi.au_rang(rang) for rang, suivi in enumerate(gardees)]
    return renommees, renumeroter(segments, rangs)
