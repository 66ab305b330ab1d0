"""Lire un fichier choisi, borné avant d'être ouvert, et le donner à qui sait en faire un dessin."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tat_carnet.domain.plan import PlanRefuse, PlanSecteur
from tat_carnet.usecases.plans.contour import lire_contour
from tat_carnet.usecases.plans.image import lire_image
from tat_carnet.usecases.plans.suivi import RIEN, Suivi

IMAGE_OCTETS: Final = 30_000_000
CONTOUR_OCTETS: Final = 8_000_000
"""Un quartier tient en quelques centaines de kilo-octets ; relu, un GeoJSON pèse dix fois plus."""

_BLOC: Final = 1 << 20
_SIGNATURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_LECTURE: Final = 0.3
"""La part de l'avancement que prend la lecture du fichier."""


def lire_plan(chemin: Path, secteur: str, suivi: Suivi) -> PlanSecteur:
    """Le plan tiré de ce fichier ; `PlanRefuse` dit pourquoi il n'en fait pas un.

    Le contenu décide, non l'extension. Rien n'est écrit : à qui appelle de l'enregistrer.
    """
    octets = _lire(chemin, suivi)

    def suite(part: float) -> None:
        suivi(_LECTURE + (1 - _LECTURE) * part)

    if octets.startswith(_SIGNATURES):
        return lire_image(octets, secteur, suite).verified()
    if octets.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return lire_contour(octets, secteur, suite).verified()
    raise PlanRefuse(
        f"Ce fichier n’est ni une image PNG ou JPEG, ni un contour GeoJSON. {RIEN} "
        "Un plan en PDF : faites-en une image, par une capture de la page."
    )


def _lire(chemin: Path, suivi: Suivi) -> bytes:
    """Le fichier entier, jamais plus que ce qu'une image peut peser."""
    blocs: list[bytes] = []
    try:
        with chemin.open("rb") as fichier:
            while bloc := fichier.read(_BLOC):
                blocs.append(bloc)
                lus = sum(map(len, blocs))
                _borner(lus, image=blocs[0].startswith(_SIGNATURES))
                suivi(_LECTURE * lus / IMAGE_OCTETS)
    except OSError as erreur:
        raise PlanRefuse(
            f"Ce fichier ne se lit pas : il a bougé, ou la clé USB est retirée. {RIEN}"
        ) from erreur
    if not blocs:
        raise PlanRefuse(f"Ce fichier est vide. {RIEN}")
    return b"".join(blocs)


def _borner(lus: int, *, image: bool) -> None:
    if lus <= (IMAGE_OCTETS if image else CONTOUR_OCTETS):
        return
    if image:
        raise PlanRefuse(
            f"Cette image pèse plus de {IMAGE_OCTETS // 1_000_000} Mo. {RIEN} Réduisez-la."
        )
    raise PlanRefuse(
        f"Ce fichier pèse plus de {CONTOUR_OCTETS // 1_000_000} Mo : c’est trop pour le contour "
        f"d’un quartier. {RIEN} Gardez-en le seul périmètre, ou simplifiez-le."
    )
