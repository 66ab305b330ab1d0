"""Une image devient un plan : ses seuls pixels, redressés, réduits, récrits à neuf."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from tat_carnet.domain.plan import PlanRefuse, PlanSecteur
from tat_carnet.usecases.plans.suivi import RIEN, Suivi

PIXELS_AU_PLUS: Final = 50_000_000
"""Décodée, une image de cette taille tient dans 150 Mo : ce que peut un portable de 4 Go."""
COTE_AU_PLUS: Final = 2200
"""Pixels du grand côté gardés : un A4 à 190 points par pouce."""
COTE_AU_MOINS: Final = 64
COULEURS_DESSIN: Final = 256
"""Un dessin au trait a peu de couleurs : le PNG le garde net ; une photo va en JPEG."""


def lire_image(octets: bytes, secteur: str, suivi: Suivi) -> PlanSecteur:
    """Le plan fait de cette image PNG ou JPEG ; `PlanRefuse` si elle est fausse, ou trop grande.

    Les dimensions se lisent dans l'en-tête, avant de décoder quoi que ce soit.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(octets), formats=("PNG", "JPEG")) as image:
                _mesurer(*image.size)
                suivi(0.2)
                image.draft("RGB", (COTE_AU_PLUS, COTE_AU_PLUS))
                image.load()
                suivi(0.6)
                pixels = _pixels(image)
    except Image.DecompressionBombError as erreur:
        raise PlanRefuse(_TROP_GRANDE) from erreur
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as erreur:
        raise PlanRefuse(
            f"Cette image est abîmée ou n’en est pas une. {RIEN} Ouvrez-la ailleurs et "
            "enregistrez-la de nouveau, en PNG ou en JPEG."
        ) from erreur
    suivi(0.8)
    ecrite = _ecrire(pixels)
    suivi(1.0)
    return PlanSecteur(secteur, pixels.width / pixels.height, image=ecrite)


_TROP_GRANDE: Final = (
    f"Cette image a plus de {PIXELS_AU_PLUS // 1_000_000} millions de points : l’ouvrir figerait "
    f"la machine. {RIEN} Réduisez-la, puis recommencez."
)


def _mesurer(largeur: int, hauteur: int) -> None:
    if largeur * hauteur > PIXELS_AU_PLUS:
        raise PlanRefuse(_TROP_GRANDE)
    if min(largeur, hauteur) < COTE_AU_MOINS:
        raise PlanRefuse(f"Cette image est trop petite pour faire un plan. {RIEN}")


def _pixels(image: Image.Image) -> Image.Image:
    """Une image neuve, droite, sur fond blanc, qui n'a de l'ancienne que ses pixels."""
    image.thumbnail((COTE_AU_PLUS, COTE_AU_PLUS), reducing_gap=2.0)
    droite = ImageOps.exif_transpose(image).convert("RGBA")
    fond = Image.new("RGB", droite.size, "white")
    fond.paste(droite, mask=droite.getchannel("A"))
    return fond


def _ecrire(pixels: Image.Image) -> bytes:
    sortie = BytesIO()
    if pixels.getcolors(COULEURS_DESSIN) is None:
        pixels.save(sortie, "JPEG", quality=88)
    else:
        pixels.save(sortie, "PNG", optimize=True)
    return sortie.getvalue()
