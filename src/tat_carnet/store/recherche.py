"""D'un filtre à une requête d'index : des mots à trouver, des codes, des bornes de rang."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import (
    FAMILLE_DU_TYPE,
    THEME_PAR_DEFAUT,
    TYPES_PAR_FAMILLE,
    Theme,
    TypeFait,
)
from tat_carnet.store.text import LIGATURES

SAME_SECOND: Final = 24
"""Bits du rang laissés à l'ordre d'écriture des faits d'une même seconde."""

_EPOCH: Final = datetime(1970, 1, 1)
_DAY: Final = 86_400
_PIECES: Final = re.compile(r'["«“]([^"»”]*)["»”]|["«“](.*)$|([^\s"«»“”]+)')
"""Une suite entre guillemets ; une suite dont le guillemet n'est pas refermé ; un mot."""

_LOWEST, _HIGHEST = -(1 << 63), (1 << 63) - 1

SitesNamed = Callable[[str], Sequence[int]]
"""D'une requête d'index aux numéros des sites dont un nom y répond."""


def first_rang(instant: datetime) -> int:
    """Le plus petit rang d'un fait de cet instant, à la seconde de l'horloge locale."""
    seconds = (instant.replace(tzinfo=None) - _EPOCH) // timedelta(seconds=1)
    return seconds << SAME_SECOND


def instant_of(rang: int) -> datetime:
    """L'instant d'un rang, à la seconde."""
    return _EPOCH + timedelta(seconds=rang >> SAME_SECOND)


def _first_rang_of_day(day: int) -> int:
    return (day - _EPOCH.toordinal()) * _DAY << SAME_SECOND


@dataclass(frozen=True, slots=True)
class Requete:
    """`match` est une requête FTS5, ou `None` si rien n'est à chercher ; bornes comprises."""

    match: str | None
    lowest: int
    highest: int


TOUT: Final = Requete(None, _LOWEST, _HIGHEST)
"""Le filtre qui ne demande rien."""


def bounds(du: date | None, au: date | None) -> tuple[int, int]:
    """Le plus petit et le plus grand rang d'une période ; ses deux jours compris."""
    lowest = _LOWEST if du is None else _first_rang_of_day(du.toordinal())
    highest = _HIGHEST if au is None else _first_rang_of_day(au.toordinal() + 1) - 1
    return lowest, highest


@dataclass(frozen=True, slots=True)
class Terme:
    """Un mot cherché, ou des mots qui se suivent ; `prefixe` : le dernier par son début."""

    texte: str
    prefixe: bool = False

    @property
    def match(self) -> str:
        """En chaîne FTS5 : rien de ce qu'il contient n'est un opérateur."""
        return quoted(self.texte) + "*" * self.prefixe

    @property
    def seul(self) -> bool:
        """Vrai pour un mot ; faux pour une suite."""
        return " " not in self.texte


def termes(texte: str) -> list[Terme]:
    """Ce qu'une saisie demande : ses mots, ligatures dépliées, et ses suites entre guillemets.

    Un terme a au moins une lettre ou un chiffre. Le dernier se cherche par son début, tant que son
    guillemet n'est pas refermé.
    """
    printable = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in texte)
    pieces = _PIECES.findall(printable.translate(LIGATURES))
    found = [
        Terme(" ".join((whole or opened or word).split()), prefixe=not whole)
        for whole, opened, word in pieces
        if any(sign.isalnum() for sign in whole or opened or word)
    ]
    return [replace(terme, prefixe=False) for terme in found[:-1]] + found[-1:]


def quoted(word: str) -> str:
    """Une chaîne FTS5."""
    return '"' + word.replace('"', '""') + '"'


def _any_code(codes: Iterable[str]) -> str:
    return "codes : (" + " OR ".join(quoted(code) for code in codes) + ")"


def _code(name: str, value: str) -> str:
    """Le mot de la colonne `codes` d'une valeur ; sans « _ », que FTS5 couperait."""
    return name + value.replace("_", "")


def type_code(type_fait: TypeFait) -> str:
    """Le mot de la colonne `codes` qui désigne un type."""
    return _code("type", type_fait.value)


def _theme(theme: Theme) -> str:
    """Le thème est choisi, ou ne l'est pas et la famille l'appelle."""
    called = [type_code(t) for t, f in FAMILLE_DU_TYPE.items() if THEME_PAR_DEFAUT[f] is theme]
    chosen = _any_code([_code("theme", theme.value)])
    return f"({chosen} OR ({_any_code(['themedefaut'])} AND {_any_code(called)}))"


def term_criterion(terme: Terme, sites_named: SitesNamed) -> str:
    """Un terme se trouve dans les textes du fait, bruts ou relu, ou dans les noms de son site."""
    in_texts = f"{{texte libelle relu}} : {terme.match}"
    sites = sites_named(terme.match)
    if not sites:
        return in_texts
    return f"({in_texts} OR {_any_code(f'site{number}' for number in sites)})"


def _any_term(choices: Sequence[Terme], sites_named: SitesNamed) -> str:
    criteria = [term_criterion(terme, sites_named) for terme in choices]
    return criteria[0] if len(criteria) == 1 else f"({' OR '.join(criteria)})"


def build(
    filtre: Filtre,
    sites: Sequence[int] | None,
    sites_named: SitesNamed,
    choices: Callable[[Terme], Sequence[Terme]] = lambda terme: (terme,),
) -> Requete:
    """La requête d'un filtre.

    `sites` : les numéros des sites demandés, `None` s'il n'en est pas demandé. `choices` : ce qui
    vaut un terme, lui-même d'ordinaire.
    """
    criteria = [_any_term(choices(terme), sites_named) for terme in termes(filtre.texte)]
    if sites is not None:
        criteria.append(_any_code(f"site{number}" for number in sites))
    if filtre.famille is not None:
        criteria.append(_any_code(map(type_code, TYPES_PAR_FAMILLE[filtre.famille])))
    if filtre.type is not None:
        criteria.append(_any_code([type_code(filtre.type)]))
    if filtre.attestation is not None:
        criteria.append(_any_code([_code("attestation", filtre.attestation.value)]))
    if filtre.theme is not None:
        criteria.append(_theme(filtre.theme))
    if filtre.gravite is not None:
        criteria.append(_any_code([_code("gravite", filtre.gravite.value)]))
    if filtre.relu is not None:
        criteria.append(_any_code(["reluoui" if filtre.relu else "relunon"]))
    return Requete(" AND ".join(criteria) or None, *bounds(filtre.du, filtre.au))
