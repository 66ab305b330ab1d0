"""Dire si un point peut être en France : une frontière grossière, tracée large."""

from __future__ import annotations

from typing import Final

Point = tuple[float, float]

_METROPOLE: Final[tuple[Point, ...]] = (
    (2.4, 51.3), (3.0, 50.85), (4.1, 50.4), (4.95, 50.35), (5.3, 49.75), (6.4, 49.6),
    (8.4, 49.1), (7.75, 48.2), (7.65, 47.5), (7.1, 47.25), (6.25, 46.5), (6.95, 46.5),
    (7.2, 45.8), (7.3, 45.2), (6.9, 44.7), (7.2, 44.3), (7.85, 44.1), (7.7, 43.6), (6.4, 42.8),
    (3.6, 43.0), (3.4, 42.3), (1.4, 42.3), (-0.6, 42.65), (-1.6, 42.95), (-1.9, 43.3),
    (-1.7, 44.5), (-1.7, 45.7), (-3.2, 47.1), (-5.5, 47.9), (-5.4, 48.7), (-2.0, 49.1),
    (-2.3, 49.9), (0.0, 50.1), (1.3, 51.0),
)  # fmt: skip
"""La métropole, en longitude et latitude, élargie d'une vingtaine de kilomètres."""

_AILLEURS: Final[tuple[tuple[float, float, float, float], ...]] = (
    (8.4, 41.2, 9.7, 43.1),  # Corse
    (-63.3, 14.2, -60.7, 18.2),  # Antilles
    (-54.7, 2.0, -51.4, 5.9),  # Guyane
    (55.1, -21.5, 56.0, -20.8),  # La Réunion
    (44.9, -13.1, 45.4, -12.5),  # Mayotte
    (-56.6, 46.6, -56.0, 47.3),  # Saint-Pierre-et-Miquelon
    (158.0, -23.0, 168.5, -17.5),  # Nouvelle-Calédonie
    (-155.0, -28.0, -134.0, -7.5),  # Polynésie
    (-178.3, -14.5, -176.0, -13.1),  # Wallis-et-Futuna
)
"""Ouest, sud, est, nord."""


def en_france(longitude: float, latitude: float) -> bool:
    """Vrai si ce point (degrés WGS 84) est en France, ou à quelques kilomètres de sa frontière."""
    if any(o <= longitude <= e and s <= latitude <= n for o, s, e, n in _AILLEURS):
        return True
    return _dans(longitude, latitude, _METROPOLE)


def _dans(x: float, y: float, bord: tuple[Point, ...]) -> bool:
    """Vrai si le point est dans ce polygone : un rayon vers l'est coupe le bord un nombre impair
    de fois.
    """
    dedans = False
    for (x1, y1), (x2, y2) in zip(bord, bord[1:] + bord[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            dedans = not dedans
    return dedans
