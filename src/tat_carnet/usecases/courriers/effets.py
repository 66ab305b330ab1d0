"""L'effet d'un courrier : ce que les tournées d'après l'envoi ont vu, là où il demandait d'agir."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.documents.courriers import load_modele
from tat_carnet.domain.courrier import Courrier, EffetObserve
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Attestation, StatutCourrier
from tat_carnet.usecases.courriers.matiere import effort_sur
from tat_carnet.usecases.ports import Cahier

_TOUS: Final = 10_000
_FRAGILES: Final = (Attestation.rumeur, Attestation.infirme)


@dataclass(frozen=True, slots=True)
class Passage:
    """Une tournée d'après l'envoi, et ce qu'on y a noté de même nature aux lieux du courrier.

    `tournee` est `None` pour un fait noté hors tournée.
    """

    jour: date
    tournee: Tournee | None
    faits: tuple[Fait, ...] = ()


@dataclass(frozen=True, slots=True)
class Suite:
    """Avant et après un courrier, aux mêmes lieux, pour les mêmes familles de faits.

    `faits_avant` et `effort_avant` : du premier fait cité à l'envoi. `passages` : dès le
    lendemain, le plus récent d'abord ; vide si les lieux du courrier ne sont plus dans le cahier.
    """

    lieux: Sequence[Site]
    faits_avant: int
    effort_avant: Effort
    passages: Sequence[Passage]


def suivre(cahier: Cahier, courrier_id: str, jour: date) -> Suite:
    """Ce que les tournées ont vu depuis l'envoi, jusqu'au `jour`."""
    courrier = cahier.courrier(courrier_id)
    envoye = _envoi(courrier)
    cites = _cites(cahier, courrier)
    connus = {site.id: site for site in cahier.sites()}
    lieux = [connus[site] for site in dict.fromkeys(fait.site_id or "" for fait in cites)]
    if not lieux:
        return Suite((), 0, Effort(0, 0), ())
    secteurs = {lieu.secteur for lieu in lieux}
    debut, lendemain = min(fait.instant.date() for fait in cites), envoye + timedelta(days=1)
    tournees = [t for t in cahier.tournees_entre(lendemain, jour) if t.secteur in secteurs]
    return Suite(
        lieux,
        len(_faits(cahier, courrier, lieux, debut, envoye)),
        effort_sur(cahier, secteurs, debut, envoye),
        _passages(tournees, _faits(cahier, courrier, lieux, lendemain, jour)),
    )


def observer(
    cahier: Cahier, courrier_id: str, effet: EffetObserve, maintenant: datetime
) -> Courrier:
    """Inscrit ce que la rue montre depuis l'envoi ; un courrier répondu devient suivi d'effet.

    `SaisieIncomplete` nomme ce qui manque à l'effet ; `ErreurConnue` si le courrier n'est pas
    parti. Un courrier resté muet garde son statut : l'effet n'est pas une réponse.
    """
    courrier = cahier.courrier(courrier_id)
    effet = effet.verified(_envoi(courrier))
    if courrier.statut is StatutCourrier.repondu:
        courrier = courrier.passer(StatutCourrier.suivi_effet, maintenant)
    courrier = replace(courrier, observes=(*courrier.observes, effet))
    cahier.save_courrier(courrier)
    return courrier


def _envoi(courrier: Courrier) -> date:
    envoye = courrier.le(StatutCourrier.envoye)
    if envoye is None:
        raise ErreurConnue("Ce courrier n’est pas parti : il ne peut pas avoir eu d’effet.")
    return envoye.date()


def _cites(cahier: Cahier, courrier: Courrier) -> list[Fait]:
    """Les faits que le courrier citait, et que le cahier garde encore."""
    faits = []
    for fait_id in courrier.faits:
        with suppress(KeyError):
            faits.append(cahier.fait(fait_id))
    return faits


def _faits(
    cahier: Cahier, courrier: Courrier, lieux: Sequence[Site], du: date, au: date
) -> list[Fait]:
    """Les faits de ces lieux et des familles du modèle ; ni rumeur, ni fait infirmé."""
    familles = load_modele(courrier.modele).familles
    return [
        fait
        for lieu in lieux
        for fait in cahier.faits(Filtre(site_id=lieu.id, du=du, au=au), _TOUS)
        if fait.famille in familles and fait.attestation not in _FRAGILES
    ]


def _passages(tournees: Sequence[Tournee], faits: Sequence[Fait]) -> list[Passage]:
    connues = {tournee.id for tournee in tournees}
    passages = [
        Passage(t.jour, t, tuple(fait for fait in faits if fait.tournee_id == t.id))
        for t in tournees
    ]
    passages += [
        Passage(fait.instant.date(), None, (fait,))
        for fait in faits
        if fait.tournee_id not in connues
    ]
    return sorted(passages, key=lambda passage: passage.jour, reverse=True)
