"""Par quels signes un motif peut commencer, lus dans le motif lui-même.

Presque tout motif de nos règles commence par un mot précis, en tête de mot. Le savoir évite de
l'essayer devant chaque lettre de chaque note (`departs.py`) ; l'ignorer ne coûte que du temps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as lecteur  # type: ignore[attr-defined]
from string import ascii_letters, ascii_lowercase, digits
from typing import Any, Final, NamedTuple

PORTEE: Final = 4
"""Signes d'une amorce, au plus : au-delà, les distinguer coûte plus que d'essayer le motif."""
CHIFFRE: Final = "0"
"""Dans une amorce, vaut n'importe quel chiffre."""
_LARGE: Final = 6
"""Passé le premier signe, une classe qui en admet davantage clôt l'amorce."""
_LETTRES: Final = frozenset(ascii_letters)
_CHIFFRES: Final = frozenset(digits)
_CATEGORIES: Final = {
    op.CATEGORY_DIGIT: _CHIFFRES,
    op.CATEGORY_WORD: _LETTRES | _CHIFFRES | {"_"},
    op.CATEGORY_SPACE: frozenset(" \t\n\r\f\v"),
}
_REPETITIONS: Final = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_TETES: Final = (op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_BEGINNING_STRING)

_Suite = Iterable[tuple[Any, Any]]
"""Une suite d'éléments d'un motif, comme la bibliothèque standard la lit."""


class _Chemin(NamedTuple):
    """Ce qu'on a lu du début d'un motif, et ce qui ne peut pas le précéder."""

    lu: str = ""
    sans_lettre: bool = False
    sans_chiffre: bool = False
    clos: bool = False


_Chemins = frozenset[_Chemin]


class _Partout(Exception):
    """Le motif peut commencer au milieu d'un mot, sur une espace, ou on ne sait où."""


def amorces(motif: re.Pattern[str]) -> frozenset[str] | None:
    """Ce par quoi commence toute occurrence de `motif` ; `None` s'il faut l'essayer partout.

    Vaut pour un texte dont les lettres et les chiffres sont ceux de l'ASCII : une occurrence y
    commence en tête d'une suite de lettres, d'une suite de chiffres, ou sur un signe visible.
    """
    arbre = lecteur.parse(motif.pattern, motif.flags)
    if motif.flags & re.IGNORECASE or not arbre.getwidth()[0]:
        return None
    try:
        return frozenset(chemin.lu for chemin in _lire(arbre, frozenset({_Chemin()})))
    except _Partout:
        return None


def _lire(suite: _Suite, chemins: _Chemins) -> _Chemins:
    """Les chemins que cette suite prolonge ; ceux qui sont clos restent ce qu'ils sont."""
    for code, reste in suite:
        ouverts = frozenset(chemin for chemin in chemins if not chemin.clos)
        if not ouverts:
            break
        chemins = (chemins - ouverts) | _suivre(code, reste, ouverts)
    return chemins


def _suivre(code: Any, reste: Any, chemins: _Chemins) -> _Chemins:
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return frozenset(_contraindre(code, reste, chemin) for chemin in chemins)
    if code is op.BRANCH:
        return frozenset().union(*(_lire(branche, chemins) for branche in reste[1]))
    if code is op.SUBPATTERN and not reste[1] & re.IGNORECASE:
        return _lire(reste[3], chemins)
    if code in _REPETITIONS:
        return _repeter(reste, chemins)
    signes = _signes(code, reste)
    return frozenset().union(*(_avancer(chemin, signes) for chemin in chemins))


def _repeter(tours: tuple[int, int, _Suite], chemins: _Chemins) -> _Chemins:
    """Autant de tours qu'une amorce a de signes disent tout ce qu'on en saura."""
    au_moins, au_plus, suite = tours
    vus: _Chemins = frozenset() if au_moins else chemins
    for tour in range(1, min(au_plus, PORTEE) + 1):
        chemins = _lire(suite, chemins)
        if tour >= min(au_moins, PORTEE):
            vus |= chemins
    return vus


def _avancer(chemin: _Chemin, signes: frozenset[str] | None) -> _Chemins:
    """Le chemin suivi de chacun de ces signes ; clos s'ils sont trop nombreux, ou inconnus."""
    if chemin.lu and (signes is None or len(signes - _CHIFFRES) > _LARGE):
        return frozenset({chemin._replace(clos=True)})
    if signes is None or not (chemin.lu or all(_ouvre(signe, chemin) for signe in signes)):
        raise _Partout
    clos = len(chemin.lu) + 1 == PORTEE
    dits = (CHIFFRE if signe in _CHIFFRES else signe for signe in signes)
    return frozenset(_Chemin(chemin.lu + dit, clos=clos) for dit in dits)


def _ouvre(signe: str, chemin: _Chemin) -> bool:
    """Vrai si ce premier signe est visible, et en tête de sa suite de lettres ou de chiffres."""
    if signe.isalpha():
        return chemin.sans_lettre
    return chemin.sans_chiffre if signe in _CHIFFRES else signe != " "


def _contraindre(code: Any, reste: Any, chemin: _Chemin) -> _Chemin:
    """Ce qu'une assertion apprend du signe qui précède le motif."""
    if chemin.lu:
        return chemin
    if code is op.AT:
        exclus = _LETTRES | _CHIFFRES if reste in _TETES else frozenset()
    else:
        exclus = _exclus(code, *reste)
    sans_lettre = chemin.sans_lettre or exclus.issuperset(ascii_lowercase)
    return _Chemin("", sans_lettre, chemin.sans_chiffre or exclus >= _CHIFFRES)


def _exclus(code: Any, sens: int, suite: list[tuple[Any, Any]]) -> frozenset[str]:
    """Les lettres et les chiffres qu'un regard en arrière refuse juste devant le motif."""
    signes = _signes(*suite[-1]) if sens < 0 else None
    if signes is None or (code is op.ASSERT_NOT and len(suite) > 1):
        return frozenset()
    return signes if code is op.ASSERT_NOT else (_LETTRES | _CHIFFRES) - signes


def _signes(code: Any, reste: Any) -> frozenset[str] | None:
    """Ce qu'accepte un élément d'un seul signe ; `None` s'il y en a trop pour les dire."""
    if code is op.LITERAL:
        return frozenset({chr(reste)})
    if code is op.RANGE and reste[1] - reste[0] < len(_LETTRES):
        return frozenset(map(chr, range(reste[0], reste[1] + 1)))
    if code is op.CATEGORY:
        return _CATEGORIES.get(reste)
    classes = [_signes(*element) for element in reste] if code is op.IN else [None]
    return None if None in classes else frozenset().union(*filter(None, classes))
