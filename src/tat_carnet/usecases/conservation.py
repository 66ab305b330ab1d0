"""Garder un temps, prévenir, purger : ce que l'écran propose et ce que l'ouverture fait seule.

Une purge n'a jamais lieu avant que son avertissement ait été montré, quinze jours durant. Elle se
propose le jour dit ; passé ce jour, l'ouverture la fait.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from tat_carnet.domain.conservation import (
    PREAVIS,
    SANS_RESTE,
    Annonce,
    LignePurge,
    Objet,
    PurgeEnCours,
    Restes,
    Suspension,
    mois_avant,
)
from tat_carnet.domain.fait import Fait
from tat_carnet.usecases.oublier import restes
from tat_carnet.usecases.ports import Cahier

_DES_FAITS: Final = (Objet.textes_bruts, Objet.faits)
LIGNES_PAR_BLOC: Final = 50
"""Ce qu'un bloc ôte d'un coup : assez peu pour que verrouiller n'attende pas."""


@dataclass(frozen=True, slots=True)
class Echeance:
    """Un objet et son terme : combien a déjà fait son temps, combien l'aura fait sous quinze jours.

    `echue` et `prochaine` sont les bornes de ces deux comptes ; `annonce` est l'avertissement déjà
    montré, s'il y en a un.
    """

    objet: Objet
    mois: int
    echue: date
    prochaine: date
    nombre_echu: int
    nombre: int
    annonce: Annonce | None = None


@dataclass(frozen=True, slots=True)
class Etat:
    """Où en est la conservation d'un cahier, un jour donné."""

    jour: date
    echeances: tuple[Echeance, ...]
    suspension: Suspension | None = None
    en_cours: PurgeEnCours | None = None

    @property
    def a_annoncer(self) -> tuple[Echeance, ...]:
        """Ce dont il faut prévenir, et ce dont on a prévenu : rien pendant une suspension."""
        if self.suspension is not None:
            return ()
        return tuple(echeance for echeance in self.echeances if echeance.nombre)

    @property
    def proposees(self) -> tuple[Annonce, ...]:
        """Les purges annoncées pour aujourd'hui, ou pour avant."""
        return self._annoncees(self.jour)

    @property
    def a_faire(self) -> tuple[tuple[Objet, date], ...]:
        """Ce que l'ouverture fait d'elle-même : la purge interrompue, puis celles d'avant ce jour.

        Chaque couple est un objet et la borne annoncée, jamais plus récente.
        """
        if self.suspension is not None:
            return ()
        begun = [(self.en_cours.objet, self.en_cours.borne)] if self.en_cours else []
        late = [(a.objet, a.borne) for a in self.proposees if a.prevue_le < self.jour]
        return tuple(dict.fromkeys([*begun, *late]))

    def _annoncees(self, jour: date) -> tuple[Annonce, ...]:
        if self.suspension is not None:
            return ()
        shown = [echeance.annonce for echeance in self.echeances if echeance.annonce is not None]
        return tuple(annonce for annonce in shown if annonce.prevue_le <= jour)


def etat(cahier: Cahier, jour: date) -> Etat:
    """L'état de la conservation ; ne change rien."""
    shown = {annonce.objet: annonce for annonce in cahier.annonces()}
    return Etat(
        jour,
        tuple(
            _echeance(cahier, objet, mois, jour, shown.get(objet))
            for objet, mois in cahier.durees().items()
        ),
        cahier.suspension(),
        cahier.purge_en_cours(),
    )


def _echeance(
    cahier: Cahier, objet: Objet, mois: int, jour: date, annonce: Annonce | None
) -> Echeance:
    echue = mois_avant(jour, mois)
    prochaine = annonce.borne if annonce else mois_avant(jour + PREAVIS, mois)
    return Echeance(
        objet,
        mois,
        echue,
        prochaine,
        cahier.compter_a_purger(objet, echue),
        cahier.compter_a_purger(objet, prochaine),
        annonce,
    )


def avertissement_montre(cahier: Cahier, montre: Etat) -> Sequence[Annonce]:
    """À appeler une fois l'avertissement à l'écran : les quinze jours courent de là."""
    prevue = montre.jour + PREAVIS
    announced = [
        Annonce(echeance.objet, montre.jour, prevue, echeance.prochaine)
        for echeance in montre.a_annoncer
        if echeance.annonce is None
    ]
    if announced:
        cahier.annoncer(announced)
    return announced


def purger_un_bloc(cahier: Cahier, maintenant: datetime) -> LignePurge | None:
    """Avance la purge commencée d'un bloc ; rend sa ligne de journal quand elle est achevée."""
    if cahier.avancer_purge(LIGNES_PAR_BLOC):
        return None
    return finir_la_purge(cahier, maintenant)


def finir_la_purge(cahier: Cahier, maintenant: datetime) -> LignePurge:
    """Clôt la purge commencée, entière ou arrêtée, et l'écrit au journal.

    Avec les textes s'en va ce que plus aucun ne dit, sauf si une réquisition vient d'arrêter la
    purge.
    """
    begun = cahier.purge_en_cours()
    if begun is None or cahier.suspension() is not None:
        return cahier.achever_purge(maintenant)
    return cahier.achever_purge(maintenant, _restes(cahier, begun.objet))


def _restes(cahier: Cahier, objet: Objet) -> Restes:
    """Ce que cette purge emporte de plus ; la liste de masquage ne suit que les faits."""
    if objet is Objet.journaux:
        return SANS_RESTE
    found = restes(cahier)
    return found if objet in _DES_FAITS else replace(found, termes=frozenset())


def faits_concernes(cahier: Cahier, objet: Objet, borne: date, limite: int) -> list[Fait]:
    """Les faits qu'une purge viderait ou effacerait, le plus récent d'abord."""
    return [cahier.fait(fait_id) for fait_id in cahier.faits_a_purger(objet, borne, limite)]
