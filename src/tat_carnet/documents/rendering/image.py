"""Un logo en image : toujours les mêmes octets pour les mêmes points."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from tat_carnet.domain.logo import Logo


def image(logo: Logo) -> Image.Image:
    """L'image de ces points gris."""
    return Image.frombytes("L", (logo.largeur, logo.hauteur), logo.points)


def png(logo: Logo) -> bytes:
    """Le PNG de ces points, sans métadonnée."""
    sortie = BytesIO()
    image(logo).save(sortie, "PNG")
    return sortie.getvalue()
