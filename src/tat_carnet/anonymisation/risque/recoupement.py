"""Corrélation : un document déjà sorti, rapproché de celui-ci, isole ce qu'aucun n'isolait.

Deux documents disent du même fait le même type, les mêmes effets, la même gravité : cela suffit à
les joindre, sans âge ni public. Les mots de l'un prennent alors le hall et la semaine de l'autre.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tat_carnet.anonymisation.risque.exposition import Combinaison, Expose, Pas, age_dit
from tat_carnet.anonymisation.risque.tournures import raconte_quelqu_un
from tat_carnet.domain.periode import dit_le_mois
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.sas import Sillage
from tat_carnet.domain.seuils import PETIT_EFFECTIF
from tat_carnet.domain.vocabulaire import TailleGroupe


@dataclass(frozen=True, slots=True)
class Recoupement:
    """Un fait que deux documents, ensemble, isolent ; `semblables` : combien pourraient l'être.

    Lui compris : il y en a toujours un. `pas` : ce qui suffit à ne plus les joindre ; aucun, le
    fait est à laisser de côté.
    """

    expose: Expose
    semblables: int
    pas: frozenset[Pas] = frozenset()


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
        if ensemble == ici or not (_dit_qui(ensemble) or _raconte(expose)):
            continue
        joints = _semblables(ensemble, expose, population)
        tus = Pas.codes in expose.pas
        semblables = 1 + sum(tus or connu.traits == expose.traits for connu in joints)
        memes = 1 + sum(1 for _ in _semblables(ici, expose, population))
        isole = _dit_qui(ici) and memes < PETIT_EFFECTIF
        if semblables < PETIT_EFFECTIF and not isole:
            pas = frozenset() if _dit_qui(ensemble) else frozenset({Pas.recit})
            trouves.append(Recoupement(expose, semblables, pas))
    return tuple(trouves)


def _dit_qui(lue: Combinaison) -> bool:
    return lue.tranche_age is not None or bool(lue.publics)


def _raconte(expose: Expose) -> bool:
    seule = expose.taille is TailleGroupe.une
    return bool(expose.texte) and (seule or raconte_quelqu_un(fold(expose.texte)))


def _joindre(lue: Combinaison, sillage: Sillage, lieux: Sequence[str]) -> Combinaison:
    """Le plus fin des deux, détail par détail."""
    return Combinaison(
        lieu=min(lue.lieu, _lieu_dit(sillage.lieu, lieux), key=lieux.index),
        periode=min(lue.periode, sillage.periode, key=dit_le_mois),
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


def _semblables(lue: Combinaison, expose: Expose, population: Sequence[Expose]) -> Iterator[Expose]:
    """Les autres faits connus qui pourraient être celui-là."""
    return (
        connu
        for connu in population
        if connu.reference != expose.reference
        and lue.lieu in connu.lieux
        and lue.periode in (connu.semaine, connu.mois)
        and lue.type is connu.type
        and lue.tranche_age in (None, connu.tranche_age)
        and lue.publics <= connu.publics
    )
