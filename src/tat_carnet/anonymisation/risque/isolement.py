"""Individualisation : une combinaison de codes que trop peu de faits partagent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final

from tat_carnet.anonymisation.risque.exposition import COUTS, Combinaison, Expose, Pas
from tat_carnet.domain.seuils import PETIT_EFFECTIF

_MONTEES: Final = sorted(
    (frozenset(choix) for taille in range(len(COUTS) + 1) for choix in combinations(COUTS, taille)),
    key=lambda pas: (sum(COUTS[p] for p in pas), sorted(pas)),
)
"""Toutes les façons de monter l'échelle, la moins coûteuse d'abord."""


@dataclass(frozen=True, slots=True)
class Isolement:
    """Des faits que les mêmes pas sortent de l'isolement."""

    pas: frozenset[Pas]
    exposes: tuple[Expose, ...]

    @property
    def references(self) -> tuple[str, ...]:
        """Les faits concernés."""
        return tuple(expose.reference for expose in self.exposes)


def isolements(
    exposes: Sequence[Expose], population: Sequence[Expose], *, public: bool = False
) -> tuple[Isolement, ...]:
    """Les faits du document dont moins de cinq faits connus partagent la combinaison.

    `population` : les faits connus, ceux du document compris. Un fait où l'on ne lit ni âge ni
    public n'isole personne, sauf s'il arrive à quelqu'un et que sa nature est dite à part : elle le
    désigne. `public` : même à côté de mots relus.
    """

    @cache
    def comptes(pas: frozenset[Pas]) -> Counter[Combinaison]:
        return Counter(connu.lue(pas) for connu in population)

    def nature_designe(expose: Expose) -> bool:
        return expose.a_quelqu_un and (public or not expose.texte)

    groupes: dict[frozenset[Pas], list[Expose]] = {}
    for expose in exposes:
        nature = nature_designe(expose)
        semblables = comptes(expose.pas)[expose.lue()]
        if (expose.dit_qui or nature) and semblables < PETIT_EFFECTIF:
            groupes.setdefault(_moins_cher(expose, comptes, nature), []).append(expose)
    return tuple(Isolement(pas, tuple(groupe)) for pas, groupe in groupes.items())


def _moins_cher(
    expose: Expose, comptes: Callable[[frozenset[Pas]], Counter[Combinaison]], nature: bool
) -> frozenset[Pas]:
    """Les pas à faire en plus, les moins chers.

    La nature qui désigne quelqu'un à tout échelon se dit avec celles des autres.
    """

    def suffit(pas: frozenset[Pas]) -> bool:
        lue = expose.lue(pas)
        tu = lue.tranche_age is None and not lue.publics and not nature
        return tu or comptes(pas)[lue] >= PETIT_EFFECTIF

    montees = (montee - expose.pas for montee in _MONTEES if suffit(expose.pas | montee))
    return next(montees, frozenset({Pas.recit if expose.texte else Pas.ensemble}))
