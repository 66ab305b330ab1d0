"""Le risque qui reste : les codes d'un document devant ceux des faits que le cahier connaît."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from tat_carnet.usecases.relecture.raconter import raconte

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


@dataclass(frozen=True, slots=True)
class Releve:
    """Ce qu'un document dirait, figé : on relit encore le dossier pendant qu'un fil le mesure.

    `exposes` : chaque fait. `tus` : ceux dont les mots se taisent, avec ces mots. `ecrits` et
    `textes` : ce qui fut tapé pour lui, et tous ses passages. `relies` : les faits dits de la même.
    `gardes`, `recits`, `phrases` : combien de blocages, de récits gardés, de phrases à soi.
    """

    profil: Profil
    exposes: tuple[Expose, ...]
    tus: tuple[Expose, ...]
    ecrits: tuple[str, ...]
    textes: tuple[str, ...]
    relies: tuple[frozenset[str], ...]
    gardes: int
    recits: int
    phrases: int


def relever(dossier: Dossier[Any]) -> Releve:
    """Le relevé de ce dossier, tel qu'il est à l'instant."""
    return Releve(
        dossier.plan.profil,
        tuple(dossier.exposes()),
        tuple(_tus(dossier)),
        dossier.ecrits(),
        tuple(etape.passage.texte for etape in dossier.etapes),
        dossier.relies.faits(),
        dossier.blocages_gardes,
        dossier.recits.gardes,
        _phrases_libres(dossier),
    )


def mesurer_risque(cahier: Cahier, releve: Releve) -> Bilan:
    """Le bilan de ce que le document dirait, comparé aux faits des mêmes mois et aux sorties."""
    exposes, recits = releve.exposes, releve.recits
    if not exposes:
        redits = _redits(cahier, releve)
        return Bilan(gardes=releve.gardes, redits=redits, phrases=releve.phrases, recits=recits)
    connus = connaitre(cahier, exposes)
    bilan = evaluer(
        exposes,
        connus.population,
        connus.sillages,
        releve.gardes,
        releve.relies,
        public=releve.profil.public,
    )
    phrases = bilan.phrases + releve.phrases
    return replace(bilan, phrases=phrases, recits=recits, rendus=_rendus(releve))


def _tus(dossier: Dossier[Any]) -> Iterator[Expose]:
    """Les faits dont des mots se taisent, ces mots à la place de ceux qu'on dirait : tous, si l'on
    n'en dit que la nature, ou ceux des phrases restées dehors.
    """
    for etape in dossier.etapes:
        fait, passage = etape.fait, etape.passage
        if etape.ecartee or not (etape.a_une_nature and isinstance(fait, RelectureFait)):
            continue
        dehors = (passage.brut[debut:fin] for debut, fin in passage.places_tues)
        if tus := passage.brut if etape.tue else "\n".join(dehors):
            yield replace(fait.expose, texte=tus)


def _rendus(releve: Releve) -> tuple[tuple[Expose, str], ...]:
    """Les faits dont les mots se taisent et qu'une décision, une question redit, et ce texte.

    « Évacuer les gravats », à côté de « Travaux, îlot des Mésanges » : on sait lesquels.
    """
    dits = {expose.reference: expose for expose in releve.exposes}
    redits = redites(releve.ecrits, releve.tus)
    return tuple(
        (dits[redit.reference], ecrit)
        for ecrit in releve.ecrits
        for redit in redites([ecrit], redits)
    )


def _phrases_libres(dossier: Dossier[Any]) -> int:
    """Combien de textes écrits pour ce document racontent ou peuvent raconter quelqu'un."""
    profil = dossier.plan.profil
    ecrits = (libre for libre in dossier.plan.libres if libre.texte.strip())
    return sum(libre.toujours or raconte(libre.texte, profil, libre.parole) for libre in ecrits)


def _redits(cahier: Cahier, releve: Releve) -> tuple[Expose, ...]:
    """Les faits déjà sortis, lieu et semaine compris, qu'une vignette redit par ses mots."""
    if releve.profil is not Profil.vignette:
        return ()
    cites = {cite for ligne in cahier.journal() for cite in ligne.faits}
    sites = {site.id: site for site in cahier.sites()}
    sortis = [
        exposer(fait, sites[fait.site_id], texte=fait.formulation)
        for fait in cahier.faits(Filtre(), POPULATION_AU_PLUS)
        if fait.id in cites and fait.site_id in sites
    ]
    return redites(releve.textes, sortis)


def _population(cahier: Cahier, exposes: Sequence[Expose]) -> list[Expose]:
    mois = sorted(expose.mois for expose in exposes)
    du, au = date.fromisoformat(f"{mois[0]}-01"), date.fromisoformat(f"{mois[-1]}-01")
    au = (au + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    sites = {site.id: site for site in cahier.sites()}
    faits = cahier.faits(Filtre(du=du, au=au), POPULATION_AU_PLUS)
    return [exposer(fait, sites[fait.site_id]) for fait in faits if fait.site_id in sites]
