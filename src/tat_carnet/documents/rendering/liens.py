"""Ce qu'une fin de page ne sépare pas, le même en PDF et en ODT."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.documents.interface import Bloc, Liste, Numeros, Paragraphe, Titre, Ton

_LISTE_COURTE: Final = 5
_THEME: Final = 3


def avec_le_suivant(blocs: Sequence[Bloc]) -> Iterator[tuple[Bloc, bool]]:
    """Chaque bloc, et s'il reste avec le suivant : une phrase qui annonce une liste, un thème ;
    une liste que commente une phrase douce. Un titre, lui, y reste toujours.
    """
    for bloc, suivant in zip(blocs, (*blocs[1:], None), strict=True):
        yield bloc, _reste(bloc, suivant)


def _reste(bloc: Bloc, suivant: Bloc | None) -> bool:
    if isinstance(bloc, Liste):
        return isinstance(suivant, Paragraphe) and suivant.ton is Ton.doux
    if not isinstance(bloc, Paragraphe):
        return False
    theme = isinstance(suivant, Titre) and suivant.niveau == _THEME
    return theme or isinstance(suivant, Liste | Numeros)


def puces_liees(nombre: int, fin: bool = False) -> list[bool]:
    """De `nombre` puces, celles qui restent avec la suivante ; `fin` : la dernière, avec ce qui
    suit la liste.

    Une liste courte ne se coupe pas ; d'une longue, ni la première ni la dernière n'est seule.
    """
    dernier = nombre - 1
    liees = range(nombre) if nombre <= _LISTE_COURTE else (0, dernier - 1)
    return [fin if rang == dernier else rang in liees for rang in range(nombre)]
