"""Des plans fictifs, bons et mauvais : images aux dimensions dites, contours d'un lieu inventé."""

from __future__ import annotations

import json
import struct
import zlib
from io import BytesIO
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from PIL import Image

CENTRE = (2.30, 47.20)
"""Un point de campagne : aucun secteur d'éducateurs n'est là."""


def rien(_part: float) -> None:
    """Un suivi qui laisse faire."""


def image(largeur: int = 300, hauteur: int = 200, format_: str = "PNG", **options: Any) -> bytes:
    """Un damier de deux couleurs."""
    pixels = Image.new("RGB", (largeur, hauteur), "white")
    pixels.paste("navy", (0, 0, largeur // 2, hauteur // 2))
    sortie = BytesIO()
    pixels.save(sortie, format_, **options)
    return sortie.getvalue()


def photo(largeur: int = 300, hauteur: int = 200, **options: Any) -> bytes:
    """Un dégradé aux mille couleurs, en JPEG."""
    pixels = Image.linear_gradient("L").resize((largeur, hauteur)).convert("RGB")
    pixels.putdata([(x % 256, (x // 7) % 256, (x // 31) % 256) for x in range(largeur * hauteur)])
    sortie = BytesIO()
    pixels.save(sortie, "JPEG", **options)
    return sortie.getvalue()


def entete_png(largeur: int, hauteur: int) -> bytes:
    """Une bombe : l'en-tête d'un PNG immense, sans ses pixels."""

    def bloc(nom: bytes, contenu: bytes) -> bytes:
        somme = zlib.crc32(nom + contenu)
        return struct.pack(">I", len(contenu)) + nom + contenu + struct.pack(">I", somme)

    ihdr = struct.pack(">IIBBBBB", largeur, hauteur, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + bloc(b"IHDR", ihdr) + bloc(b"IDAT", zlib.compress(b"\0" * 9))


def rond(cx: float = CENTRE[0], cy: float = CENTRE[1], rayon: float = 0.01) -> list[list[float]]:
    """Le bord d'un polygone à douze côtés, fermé."""
    angles = [pi * rang / 6 for rang in range(12)]
    bord = [[cx + rayon * cos(a), cy + rayon * sin(a)] for a in angles]
    return [*bord, bord[0]]


def polygone(*bords: list[list[float]]) -> dict[str, Any]:
    """Une géométrie de surface."""
    return {"type": "Polygon", "coordinates": list(bords)}


def collection(*geometries: Any) -> dict[str, Any]:
    """Des entités aux attributs bavards."""
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"gardien": "Zoé-fictive"}, "geometry": geometrie}
            for geometrie in geometries
        ],
    }


def ecrit(dossier: Path, contenu: bytes | dict[str, Any], nom: str = "plan") -> Path:
    """Un fichier de ce contenu."""
    chemin = dossier / nom
    chemin.write_bytes(contenu if isinstance(contenu, bytes) else json.dumps(contenu).encode())
    return chemin
