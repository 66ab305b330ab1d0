"""Tout ce que dit un fichier de texte simple : chacune de ses lignes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tat_carnet.documents.contre_lecture.mots import Illisible, Passage

_PLI: Final = re.compile(r"\r?\n[ \t]")
"""Une carte de visite coupe ses longues lignes, au milieu d'un mot s'il le faut."""


def lire(octets: bytes) -> Iterator[tuple[Passage, ...]]:
    """Les lignes, d'une suite ; `Illisible` comme `texte_de`."""
    lignes = _PLI.sub("", texte_de(octets)).splitlines()
    yield tuple(Passage(f"ligne {rang}", ligne) for rang, ligne in enumerate(lignes, 1))


def texte_de(octets: bytes) -> str:
    """Le texte du fichier ; `Illisible` si ce n'est pas de l'UTF-8 sans caractère nul."""
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Illisible("il n’est pas en UTF-8") from None
    if "\0" in texte:
        raise Illisible("il contient autre chose que du texte")
    return texte
