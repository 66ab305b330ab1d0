"""D'un mot de tableur à un code du cahier : par le libellé, sans égard aux accents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Final, TypeVar

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.recherche import fold, match_rank
from tat_carnet.domain.synonymes import MOTS_DU_TYPE
from tat_carnet.domain.vocabulaire import TailleGroupe, TrancheAge, TypeFait

Code = TypeVar("Code", bound=StrEnum)

_NOMBRE: Final = re.compile(r"(\d{1,6})(?:[.,]0+)?(?: ans)?")
_TAILLES: Final = (
    (1, TailleGroupe.une),
    (4, TailleGroupe.de_2_4),
    (9, TailleGroupe.de_5_9),
    (19, TailleGroupe.de_10_19),
)
_AGES: Final = (
    (10, TrancheAge.moins_11),
    (12, TrancheAge.de_11_12),
    (15, TrancheAge.de_13_15),
    (17, TrancheAge.de_16_17),
    (20, TrancheAge.de_18_20),
    (25, TrancheAge.de_21_25),
    (59, TrancheAge.de_26_59),
)


def _par_libelle(codes: Iterable[Code]) -> dict[str, Code]:
    trouves: dict[str, Code] = {}
    for code in codes:
        for nom in (libelle(code), code.value, code.value.replace("_", " ")):
            trouves.setdefault(fold(nom), code)
    return trouves


@cache
def _table(kind: type[Code]) -> Mapping[str, Code]:
    return _par_libelle(kind)


TYPES: Final = _par_libelle(code for code in TypeFait if code is not TypeFait.autre)
"""Les types de faits, par leur libellé replié."""


def lire_code(kind: type[Code], texte: str) -> Code | None:
    """Le code de ce libellé."""
    return _table(kind).get(fold(texte.strip()))


def lire_codes(kind: type[Code], texte: str) -> tuple[Code, ...]:
    """Les codes de ces libellés, séparés par des virgules, des points-virgules ou des barres."""
    found = (lire_code(kind, part) for part in re.split(r"[,;/\n]", texte))
    return tuple(dict.fromkeys(code for code in found if code is not None))


@cache
def lire_type(texte: str) -> TypeFait | None:
    """Le type de ce libellé, ou le seul que ces mots désignent ; rien s'il y a un doute."""
    exact = TYPES.get(fold(texte))
    if exact is not None:
        return exact
    ranks = {
        code: match_rank(texte, libelle(code), MOTS_DU_TYPE.get(code, ""))
        for code in TYPES.values()
    }
    matching = [code for code, rank in ranks.items() if rank is not None]
    return matching[0] if len(matching) == 1 else None


def lire_nombre(texte: str) -> int | None:
    """Un nombre entier ; « 3,0 » en est un."""
    found = _NOMBRE.fullmatch(texte.strip())
    return int(found[1]) if found else None


def lire_taille(texte: str) -> TailleGroupe | None:
    """Une taille de groupe, par son libellé ou par un nombre de personnes."""
    number = lire_nombre(texte)
    if number is None:
        return lire_code(TailleGroupe, texte)
    return next((code for most, code in _TAILLES if number <= most), TailleGroupe.de_20_plus)


def lire_age(texte: str) -> TrancheAge | None:
    """Une tranche d'âge ; un âge exact y est aussitôt ramené."""
    number = lire_nombre(texte)
    if number is None:
        return lire_code(TrancheAge, texte)
    return next((code for most, code in _AGES if number <= most), TrancheAge.de_60_plus)
