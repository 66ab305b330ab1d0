"""Voir si le bord d'une surface se croise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
Segment = tuple[Point, Point]

_SOUVENT: Final = 256
"""Tous les combien de segments on laisse arrêter l'import."""


def se_croise(points: Sequence[Point], respirer: Callable[[], None]) -> bool:
    """Vrai si deux côtés de ce bord fermé se coupent ailleurs qu'en un sommet.

    Les côtés sont rangés d'ouest en est : seuls se comparent ceux qui se chevauchent. `respirer`
    est appelé de temps en temps.
    """
    fermes = [*points, points[0]]
    cotes = [(a, b) for a, b in pairwise(fermes) if a != b]
    ranges = sorted((min(a[0], b[0]), max(a[0], b[0]), (a, b)) for a, b in cotes)
    actifs: list[tuple[float, Segment]] = []
    for rang, (ouest, est, cote) in enumerate(ranges):
        if rang % _SOUVENT == 0:
            respirer()
        actifs = [(fin, autre) for fin, autre in actifs if fin >= ouest]
        if any(_se_coupent(cote, autre) for _, autre in actifs):
            return True
        actifs.append((est, cote))
    return False


def _se_coupent(un: Segment, autre: Segment) -> bool:
    """Vrai si les deux se traversent franchement ; se toucher n'est pas se croiser."""
    (a, b), (c, d) = un, autre
    return _cote(a, b, c) * _cote(a, b, d) < 0 and _cote(c, d, a) * _cote(c, d, b) < 0


def _cote(a: Point, b: Point, p: Point) -> int:
    """De quel côté de `a`→`b` est `p` : -1, 0 ou 1."""
    aire = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
    return (aire > 0) - (aire < 0)
