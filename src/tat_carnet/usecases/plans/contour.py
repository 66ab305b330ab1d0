"""Un GeoJSON devient un contour : projeté une fois, ramené au dessin, ses coordonnées jetées.

Points et attributs sont ignorés : un point peut être une adresse, un attribut un nom.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, hypot, isfinite, radians
from typing import Any, Final, NoReturn

from tat_carnet.domain.plan import PlanRefuse, PlanSecteur, Position, Trait
from tat_carnet.usecases.plans.croisements import se_croise
from tat_carnet.usecases.plans.france import en_france
from tat_carnet.usecases.plans.suivi import RIEN, Suivi

POINTS_AU_PLUS: Final = 20_000
ETENDUE_KM: Final = 40.0
"""Plus grand, ce n'est plus un secteur d'éducateurs de rue : une ville, un département, un pays."""
_KM_PAR_DEGRE: Final = 111.2
_MARGE: Final = 0.03
_DECIMALES: Final = 4
_ABIME: Final = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""Ce que lève un objet qui n'a pas la forme qu'il annonce."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ligne:
    """Une suite de points (longitude, latitude) ; `fermee` si c'est le bord d'une surface."""

    points: tuple[Point, ...]
    fermee: bool


def lire_contour(octets: bytes, secteur: str, suivi: Suivi) -> PlanSecteur:
    """Le plan fait de ce GeoJSON (WGS 84) ; `PlanRefuse` dit ce qui ne va pas."""
    lignes = _lire(octets)
    suivi(0.5)
    points = [point for ligne in lignes for point in ligne.points]
    if not points:
        raise PlanRefuse(f"Ce GeoJSON ne contient aucun contour à dessiner. {RIEN}")
    if len(points) > POINTS_AU_PLUS:
        raise PlanRefuse(f"Ce contour a trop de points : simplifiez-le. {RIEN}")
    _situer(points)
    for rang, ligne in enumerate(lignes):
        if ligne.fermee and se_croise(ligne.points, lambda: suivi(0.6)):
            raise PlanRefuse(f"Le bord de ce contour se croise lui-même : redessinez-le. {RIEN}")
        suivi(0.6 + 0.3 * rang / len(lignes))
    return _dessiner(lignes, points, secteur)


def _lire(octets: bytes) -> list[Ligne]:
    try:
        lu = json.loads(octets.decode("utf-8-sig"), parse_constant=_refuser_constante)
        return [ligne for ligne in _lignes(lu) if len(ligne.points) > 1]
    except _ABIME as erreur:
        raise PlanRefuse(
            f"Ce GeoJSON est abîmé : il ne se lit pas jusqu’au bout. {RIEN} Exportez-le de nouveau."
        ) from erreur


def _refuser_constante(_nom: str) -> NoReturn:
    raise ValueError("NaN ou infini")


def _lignes(objet: Any) -> Iterator[Ligne]:
    """Les lignes d'un objet GeoJSON (RFC 7946), quel que soit leur emballage."""
    genre = objet["type"]
    if genre == "FeatureCollection":
        for entite in objet["features"]:
            yield from _lignes(entite)
    elif genre == "Feature":
        if objet["geometry"] is not None:
            yield from _lignes(objet["geometry"])
    elif genre == "GeometryCollection":
        for geometrie in objet["geometries"]:
            yield from _lignes(geometrie)
    elif genre in _PROFONDEURS:
        profondeur, fermee = _PROFONDEURS[genre]
        for suite in _suites(objet["coordinates"], profondeur):
            yield Ligne(tuple(map(_point, suite)), fermee)
    elif genre not in ("Point", "MultiPoint"):
        raise ValueError("type inconnu")


_PROFONDEURS: Final = {
    "LineString": (0, False),
    "MultiLineString": (1, False),
    "Polygon": (1, True),
    "MultiPolygon": (2, True),
}
"""Combien de listes emboîtent une suite de points, et si elle borde une surface."""


def _suites(coordonnees: Any, profondeur: int) -> Iterator[Any]:
    if profondeur == 0:
        yield coordonnees
        return
    for partie in coordonnees:
        yield from _suites(partie, profondeur - 1)


def _point(brut: Any) -> Point:
    x, y = float(brut[0]), float(brut[1])
    if isinstance(brut[0], str) or isinstance(brut[1], str) or not (isfinite(x) and isfinite(y)):
        raise ValueError("ce n'est pas un nombre")
    return x, y


def _situer(points: Sequence[Point]) -> None:
    """Refuse ce qui n'est pas en degrés, pas en France, ou trop grand pour un secteur."""
    if any(abs(x) > 180 or abs(y) > 90 for x, y in points):
        raise PlanRefuse(
            "Ce contour n’est pas en degrés (peut-être en Lambert 93) : exportez-le en WGS 84, "
            f"EPSG:4326. {RIEN}"
        )
    if not all(en_france(x, y) for x, y in points):
        if all(en_france(y, x) for x, y in points):
            raise PlanRefuse(
                f"Latitudes et longitudes sont inversées dans ce contour. {RIEN} "
                "Exportez-le de nouveau, longitude d’abord."
            )
        raise PlanRefuse(f"Ce contour est hors de France : est-ce le bon fichier ? {RIEN}")
    largeur, hauteur = _etendue(_projeter(points))
    if hypot(largeur, hauteur) * _KM_PAR_DEGRE > ETENDUE_KM:
        raise PlanRefuse(
            f"Ce contour s’étend sur plus de {ETENDUE_KM:.0f} kilomètres : c’est plus grand qu’un "
            f"secteur. {RIEN}"
        )


def _projeter(points: Sequence[Point]) -> list[Point]:
    """En degrés de latitude, le nord en haut : assez juste pour un quartier."""
    milieu = sum(y for _, y in points) / len(points)
    echelle = cos(radians(milieu))
    return [(x * echelle, -y) for x, y in points]


def _etendue(points: Sequence[Point]) -> Point:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(xs) - min(xs), max(ys) - min(ys)


def _dessiner(lignes: Sequence[Ligne], points: Sequence[Point], secteur: str) -> PlanSecteur:
    """Des fractions du dessin, une petite marge autour : de là, on ne revient à aucun lieu."""
    projetes = _projeter(points)
    largeur, hauteur = _etendue(projetes)
    if not largeur or not hauteur:
        raise PlanRefuse(f"Ce contour est plat : il n’y a rien à dessiner. {RIEN}")
    gauche, haut = min(x for x, _ in projetes), min(y for _, y in projetes)
    traits: list[Trait] = []
    suite = iter(projetes)
    for ligne in lignes:
        dessines = [
            Position(_part(x - gauche, largeur), _part(y - haut, hauteur))
            for _, (x, y) in zip(ligne.points, suite, strict=False)
        ]
        bord = [*dessines, dessines[0]] if ligne.fermee else dessines
        traits.append(tuple(point for point, _ in groupby(bord)))
    return PlanSecteur(secteur, largeur / hauteur, traits=tuple(traits))


def _part(ecart: float, etendue: float) -> float:
    return round(_MARGE + (1 - 2 * _MARGE) * ecart / etendue, _DECIMALES)
