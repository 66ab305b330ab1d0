"""La liste de masquage, vue de qui la tient : l'élaguer, y verser une liste toute faite."""

from __future__ import annotations

import re
from typing import Final

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.usecases.ports import Cahier

TERMES_AU_PLUS: Final = 50_000
LONGUEUR_AU_PLUS: Final = 60
"""Signes d'un terme : au-delà, c'est une phrase, et la ligne n'est pas une liste."""

_ENTRE_DEUX: Final = re.compile(r"[\n;\t]+")
_PAS_UN_TEXTE: Final = (
    "Ce fichier n’est pas une liste de mots. Rien n’a été ajouté : choisissez un fichier texte, "
    "un terme par ligne."
)
_TROP: Final = "Ce fichier a trop de termes pour une liste de masquage. Rien n’a été ajouté."


def lire_termes(octets: bytes) -> frozenset[str]:
    """Les termes d'un fichier texte : un par ligne, ou séparés par « ; » ou une tabulation.

    Une lettre seule n'est pas un terme : tout serait masqué. `ErreurConnue` si ce n'est pas un
    texte, si une ligne est une phrase, ou si le fichier est démesuré.
    """
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        texte = octets.decode("cp1252", errors="replace")
    if "\0" in texte:
        raise ErreurConnue(_PAS_UN_TEXTE)
    morceaux = (morceau.strip(" \r\"'") for morceau in _ENTRE_DEUX.split(texte))
    termes = frozenset(morceau for morceau in morceaux if len(morceau) > 1)
    if any(len(terme) > LONGUEUR_AU_PLUS for terme in termes):
        raise ErreurConnue(_PAS_UN_TEXTE)
    if len(termes) > TERMES_AU_PLUS:
        raise ErreurConnue(_TROP)
    return termes


def verser_termes(cahier: Cahier, termes: frozenset[str]) -> int:
    """Ajoute ces termes ; rend combien étaient nouveaux."""
    avant = cahier.termes_masquage()
    cahier.add_termes_masquage(termes)
    return len(termes - avant)
