"""Corrélation : un document déjà sorti, rapproché de celui-ci, isole ce qu'aucun n'isolait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tat_carnet.anonymisation.risque.exposition import Combinaison, Expose, age_dit
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.seuils import PETIT_EFFECTIF


@dataclass(frozen=True, slots=True)
class Recoupement:
    """Un fait que deux documents, ensemble, isolent ; `semblables` : combien pourraient l'être.

    Lui compris : il y en a toujours un.
    """

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
        semblables = _semblables(ensemble, expose, population)
        if ensemble != ici and semblables < PETIT_EFFECTIF <= _semblables(ici, expose, population):
            trouves.append(Recoupement(expose, semblables))
    return tuple(trouves)


def _joindre(lue: Combinaison, sillage: Sillage, lieux: Sequence[str]) -> Combinaison:
    """Le plus fin des deux, détail par détail."""
    return Combinaison(
        lieu=min(lue.lieu, _lieu_dit(sillage.lieu, lieux), key=lieux.index),
        periode=max(lue.periode, sillage.periode, key=lambda periode: "S" in periode),
        type=lue.type,
        tranche_age=lue.tranche_age or age_dit(sillage.tranche_age),
        publics=lue.publics | set(sillage.publics),
    )


def _lieu_dit(nom: str, lieux: Sequence[str]) -> str:
    """Ce lieu, sous un nom que le fait porte encore.

    Renommé depuis, il reste le lieu même ; « Un lieu du secteur… » n'en disait que le secteur.
    """
    if nom in lieux:
        return nom
    return lieux[-1] if lieux[-1] in nom else lieux[0]


def _semblables(lue: Combinaison, expose: Expose, population: Sequence[Expose]) -> int:
    """Combien de faits connus pourraient être celui-là, lui compris quoi qu'on en ait changé."""
    if lue.tranche_age is None and not lue.publics:
        return PETIT_EFFECTIF  # rien n'y dit qui
    return 1 + sum(
        connu.reference != expose.reference
        and lue.lieu in connu.lieux
        and lue.periode in (connu.semaine, connu.mois)
        and lue.type is connu.type
        and lue.tranche_age in (None, connu.tranche_age)
        and lue.publics <= connu.publics
        for connu in population
    )
