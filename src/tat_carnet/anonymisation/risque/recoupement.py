"""Corrélation : un document déjà sorti, rapproché de celui-ci, isole ce qu'aucun n'isolait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tat_carnet.anonymisation.risque.exposition import SEUIL, Combinaison, Expose
from tat_carnet.domain.sas import Sillage


@dataclass(frozen=True, slots=True)
class Recoupement:
    """Un fait que deux documents, ensemble, isolent ; `semblables` : combien le sont encore."""

    expose: Expose
    semblables: int


def recoupements(
    exposes: Sequence[Expose], sillages: Sequence[Sillage], population: Sequence[Expose]
) -> tuple[Recoupement, ...]:
    """Les faits que ce document n'isole pas, mais que lui et un précédent isolent ensemble."""
    sortis: dict[str, list[Sillage]] = {}
    for sillage in sillages:
        sortis.setdefault(sillage.reference, []).append(sillage)
    trouves = []
    for expose in exposes:
        ici = expose.lue()
        ensemble = ici
        for sillage in sortis.get(expose.reference, ()):
            ensemble = _joindre(ensemble, sillage, expose.lieux)
        semblables = _semblables(ensemble, population)
        if ensemble != ici and semblables < SEUIL <= _semblables(ici, population):
            trouves.append(Recoupement(expose, semblables))
    return tuple(trouves)


def _joindre(lue: Combinaison, sillage: Sillage, lieux: Sequence[str]) -> Combinaison:
    """Le plus fin des deux, détail par détail."""

    def finesse(nom: str) -> int:
        return lieux.index(nom) if nom in lieux else -1

    return Combinaison(
        lieu=min(lue.lieu, sillage.lieu, key=finesse),
        periode=max(lue.periode, sillage.periode, key=lambda periode: "S" in periode),
        type=lue.type,
        tranche_age=lue.tranche_age or sillage.tranche_age,
        publics=lue.publics | set(sillage.publics),
    )


def _semblables(lue: Combinaison, population: Sequence[Expose]) -> int:
    """Combien de faits connus pourraient être celui-là."""
    if lue.tranche_age is None and not lue.publics:
        return SEUIL  # rien n'y dit qui
    return sum(
        lue.lieu in connu.lieux
        and lue.periode in (connu.semaine, connu.mois)
        and lue.type is connu.type
        and lue.tranche_age in (None, connu.tranche_age)
        and lue.publics <= connu.publics
        for connu in population
    )
