"""L'image d'un en-tête : des points gris, et rien d'autre."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """Une image en niveaux de gris : `points` a `largeur` × `hauteur` octets, 0 noir, 255 blanc.

    Ni date, ni appareil, ni lieu : ce que portait le fichier d'origine n'y est plus.
    """

    largeur: int
    hauteur: int
    points: bytes
