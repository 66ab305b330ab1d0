"""D'un filtre à une requête d'index : des mots à trouver, des codes, des bornes de rang."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.vocabulaire import TYPES_PAR_FAMILLE, TypeFait
from tat_carnet.store.text import LIGATURES

SAME_SECOND: Final = 24
"""Bits du rang laissés à l'ordre d'écriture des faits d'une même seconde."""

_EPOCH: Final = datetime(1970, 1, 1)
_DAY: Final = 86_400
_LOWEST, _HIGHEST = -(1 << 63), (1 << 63) - 1

SitesNamed = Callable[[str], Sequence[int]]
"""D'une requête d'index aux numéros des sites dont un nom y répond."""


def first_rang(instant: datetime) -> int:
    """Le plus petit rang d'un fait de cet instant, à la seconde de l'horloge locale."""
    seconds = (instant.replace(tzinfo=None) - _EPOCH) // timedelta(seconds=1)
    return seconds << SAME_SECOND


def _first_rang_of_day(day: int) -> int:
    return (day - _EPOCH.toordinal()) * _DAY << SAME_SECOND


@dataclass(frozen=True, slots=True)
class Requete:
    """`match` est une requête FTS5, ou `None` si rien n'est à chercher ; bornes comprises."""

    match: str | None
    lowest: int
    highest: int


def _bounds(du: date | None, au: date | None) -> tuple[int, int]:
    lowest = _LOWEST if du is None else _first_rang_of_day(du.toordinal())
    highest = _HIGHEST if au is None else _first_rang_of_day(au.toordinal() + 1) - 1
    return lowest, highest


def words(texte: str) -> list[str]:
    """Les mots cherchables d'une saisie : au moins une lettre ou un chiffre, ligatures dépliées."""
    printable = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in texte)
    return [
        word
        for word in printable.translate(LIGATURES).split()
        if any(sign.isalnum() for sign in word)
    ]


def _quoted(word: str) -> str:
    """Un mot tapé, en chaîne FTS5 : rien de ce qu'il contient n'est un opérateur."""
    return '"' + word.replace('"', '""') + '"'


def _any_code(codes: Iterable[str]) -> str:
    return "codes : (" + " OR ".join(_quoted(code) for code in codes) + ")"


def type_code(type_fait: TypeFait) -> str:
    """Le mot de la colonne `codes` qui désigne un type ; sans « _ », que FTS5 couperait."""
    return "type" + type_fait.value.replace("_", "")


def _word_criterion(phrase: str, sites_named: SitesNamed) -> str:
    """Un mot se trouve dans les textes du fait, ou dans les noms de son site."""
    in_texts = f"{{texte libelle}} : {phrase}"
    sites = sites_named(phrase)
    if not sites:
        return in_texts
    return f"({in_texts} OR {_any_code(f'site{number}' for number in sites)})"


def build(filtre: Filtre, site: int | None, sites_named: SitesNamed) -> Requete:
    """La requête d'un filtre ; `site` est le numéro de `filtre.site_id`."""
    phrases = [_quoted(word) for word in words(filtre.texte)]
    if phrases:
        phrases[-1] += "*"
    criteria = [_word_criterion(phrase, sites_named) for phrase in phrases]
    if site is not None:
        criteria.append(_any_code([f"site{site}"]))
    if filtre.famille is not None:
        criteria.append(_any_code(map(type_code, TYPES_PAR_FAMILLE[filtre.famille])))
    if filtre.type is not None:
        criteria.append(_any_code([type_code(filtre.type)]))
    if filtre.attestation is not None:
        criteria.append(_any_code([f"attestation{filtre.attestation.value}"]))
    return Requete(" AND ".join(criteria) or None, *_bounds(filtre.du, filtre.au))
