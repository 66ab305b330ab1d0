"""Le risque qui reste : les codes d'un document devant ceux des faits que le cahier connaît."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from tat_carnet.anonymisation.relecture_fait import RelectureFait
from tat_carnet.anonymisation.risque import (
    Bilan,
    Expose,
    Pas,
    Recoupement,
    evaluer,
    exposer,
    redites,
)
from tat_carnet.anonymisation.risque.recoupement import recoupements
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.relecture.recits import raconte

POPULATION_AU_PLUS: Final = 5000
"""Faits connus auxquels on compare, les plus récents des mois que couvre le document."""


@dataclass(frozen=True, slots=True)
class Connus:
    """Ce que le cahier sait autour de faits : ceux des mêmes mois, et ce qui en est déjà sorti."""

    population: Sequence[Expose] = ()
    sillages: Sequence[Sillage] = ()

    def recoupement(self, expose: Expose) -> Recoupement | None:
        """Ce fait-ci, rapproché de ce qui en est déjà sorti : rien, le plus souvent.

        Une nature dite avec celles des autres n'a ni lieu ni période : rien ne s'y joint.
        """
        if Pas.ensemble in expose.pas:
            return None
        siens = [sillage for sillage in self.sillages if sillage.reference == expose.reference]
        return next(iter(recoupements([expose], siens, self.population)), None) if siens else None


def connaitre(cahier: Cahier, exposes: Sequence[Expose]) -> Connus:
    """De quoi comparer ces faits, dès leur relecture ; le dernier regard le redemande."""
    if not exposes:
        return Connus()
    sillages = cahier.sillages([expose.reference for expose in exposes])
    return Connus(_population(cahier, exposes), sillages)


def mesurer_risque(cahier: Cahier, dossier: Dossier[Any]) -> Bilan:
    """Le bilan de ce que le document dirait, comparé aux faits des mêmes mois et aux sorties."""
    exposes = dossier.exposes()
    ecrites = _phrases_libres(dossier)
    if not exposes:
        gardes, redits = dossier.blocages_gardes, _redits(cahier, dossier)
        recits = dossier.recits.gardes
        return Bilan(gardes=gardes, redits=redits, phrases=ecrites, recits=recits)
    connus = connaitre(cahier, exposes)
    bilan = evaluer(
        exposes,
        connus.population,
        connus.sillages,
        dossier.blocages_gardes,
        dossier.relies.faits(),
        public=dossier.plan.profil.public,
    )
    rendus = _rendus(dossier)
    phrases, recits = bilan.phrases + ecrites, dossier.recits.gardes
    return replace(bilan, phrases=phrases, recits=recits, rendus=rendus)


def _rendus(dossier: Dossier[Any]) -> tuple[tuple[Expose, str], ...]:
    """Les faits dont les mots se taisent et qu'une décision, une question redit, et ce texte.

    « Évacuer les gravats », à côté de « Travaux, îlot des Mésanges » : on sait lesquels.
    """
    tus, cherches = {}, []
    for etape in dossier.etapes:
        fait = etape.fait
        if (
            etape.tue
            and not etape.ecartee
            and etape.a_une_nature
            and isinstance(fait, RelectureFait)
        ):
            tus[fait.fait.id] = fait.expose
            cherches.append(replace(fait.expose, texte=etape.passage.brut))
    ecrits = dossier.ecrits()
    redits = redites(ecrits, cherches)
    return tuple(
        (tus[redit.reference], ecrit) for ecrit in ecrits for redit in redites([ecrit], redits)
    )


def _phrases_libres(dossier: Dossier[Any]) -> int:
    """Combien de textes écrits pour ce document racontent ou peuvent raconter quelqu'un."""
    profil = dossier.plan.profil
    ecrits = (libre for libre in dossier.plan.libres if libre.texte.strip())
    return sum(libre.toujours or raconte(libre.texte, profil, libre.parole) for libre in ecrits)


def _redits(cahier: Cahier, dossier: Dossier[Any]) -> tuple[Expose, ...]:
    """Les faits déjà sortis, lieu et semaine compris, qu'une vignette redit par ses mots."""
    if dossier.plan.profil is not Profil.vignette:
        return ()
    cites = {cite for ligne in cahier.journal() for cite in ligne.faits}
    sites = {site.id: site for site in cahier.sites()}
    sortis = [
        exposer(fait, sites[fait.site_id], texte=fait.formulation)
        for fait in cahier.faits(Filtre(), POPULATION_AU_PLUS)
        if fait.id in cites and fait.site_id in sites
    ]
    return redites([etape.passage.texte for etape in dossier.etapes], sortis)


def _population(cahier: Cahier, exposes: Sequence[Expose]) -> list[Expose]:
    mois = sorted(expose.mois for expose in exposes)
    du, au = date.fromisoformat(f"{mois[0]}-01"), date.fromisoformat(f"{mois[-1]}-01")
    au = (au + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    sites = {site.id: site for site in cahier.sites()}
    faits = cahier.faits(Filtre(du=du, au=au), POPULATION_AU_PLUS)
    return [exposer(fait, sites[fait.site_id]) for fait in faits if fait.site_id in sites]
