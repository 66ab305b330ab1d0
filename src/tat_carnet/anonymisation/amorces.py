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

PORTEE: Final = 6
"""Signes d'une amorce, au plus : au-delà, les distinguer coûte plus que d'essayer le motif."""
CHIFFRE: Final = "0"
"""Dans une amorce, vaut n'importe quel chiffre."""
_LARGE: Final = 9
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


class _Nu(NamedTuple):
    """Rien n'est encore lu du motif ; ce qui ne peut pas le précéder."""

    sans_lettre: bool = False
    sans_chiffre: bool = False


_Chemins = frozenset[str | _Nu]
"""Ce qu'on a lu du début d'un motif, selon les branches prises."""


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
    lues: set[str] = set()
    try:
        lues.update(map(str, _lire(arbre, frozenset({_Nu()}), lues)))
    except _Partout:
        return None
    return frozenset(lues)


def _lire(suite: _Suite, chemins: _Chemins, lues: set[str]) -> _Chemins:
    """Les chemins que cette suite prolonge ; `lues` reçoit ceux qui n'iront pas plus loin."""
    for code, reste in suite:
        if not chemins:
            break
        chemins = _suivre(code, reste, chemins, lues)
    return chemins


def _suivre(code: Any, reste: Any, chemins: _Chemins, lues: set[str]) -> _Chemins:
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return frozenset(_contraindre(code, reste, chemin) for chemin in chemins)
    if code is op.BRANCH:
        return frozenset().union(*[_lire(branche, chemins, lues) for branche in reste[1]])
    if code is op.SUBPATTERN and not reste[1] & re.IGNORECASE:
        return _lire(reste[3], chemins, lues)
    if code in _REPETITIONS:
        return _repeter(reste, chemins, lues)
    return _avancer(chemins, _signes(code, reste), lues)


def _repeter(tours: tuple[int, int, _Suite], chemins: _Chemins, lues: set[str]) -> _Chemins:
    """Autant de tours qu'une amorce a de signes disent tout ce qu'on en saura."""
    au_moins, au_plus, suite = tours
    vus: _Chemins = frozenset() if au_moins else chemins
    for tour in range(1, min(au_plus, PORTEE) + 1):
        chemins = _lire(suite, chemins, lues)
        if tour >= min(au_moins, PORTEE):
            vus |= chemins
    return vus


def _avancer(chemins: _Chemins, signes: frozenset[str] | None, lues: set[str]) -> _Chemins:
    """Les chemins suivis de chacun de ces signes ; finis s'il y en a trop, ou d'inconnus."""
    nus = [chemin for chemin in chemins if isinstance(chemin, _Nu)]
    if nus and (signes is None or not all(_ouvre(signe, nu) for nu in nus for signe in signes)):
        raise _Partout
    dits = {CHIFFRE if signe in _CHIFFRES else signe for signe in signes or ()}
    if signes is None or len(dits) > _LARGE:
        lues.update(chemin for chemin in chemins if isinstance(chemin, str))
        chemins = frozenset(nus)
    suites = {"" if isinstance(c, _Nu) else c for c in chemins}
    suites = {suite + dit for suite in suites for dit in dits}
    finies = {suite for suite in suites if len(suite) == PORTEE}
    lues |= finies
    return frozenset(suites - finies)


def _ouvre(signe: str, nu: _Nu) -> bool:
    """Vrai si ce premier signe est visible, et en tête de sa suite de lettres ou de chiffres."""
    if signe.isalpha():
        return nu.sans_lettre
    return nu.sans_chiffre if signe in _CHIFFRES else signe != " "


def _contraindre(code: Any, reste: Any, chemin: str | _Nu) -> str | _Nu:
    """Ce qu'une assertion apprend du signe qui précède le motif."""
    if isinstance(chemin, str):
        return chemin
    if code is op.AT:
        exclus = _LETTRES | _CHIFFRES if reste in _TETES else frozenset()
    else:
        exclus = _exclus(code, *reste)
    sans_lettre = chemin.sans_lettre or exclus.issuperset(ascii_lowercase)
    return _Nu(sans_lettre, chemin.sans_chiffre or exclus >= _CHIFFRES)


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
