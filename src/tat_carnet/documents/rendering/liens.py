"""Ce qu'une fin de page ne sépare pas, le même en PDF et en ODT."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.documents.interface import Bloc, Liste, Numeros, Paragraphe, Titre

_LISTE_COURTE: Final = 5
_THEME: Final = 3


def avec_le_suivant(blocs: Sequence[Bloc]) -> Iterator[tuple[Bloc, bool]]:
    """Chaque bloc, et s'il reste avec le suivant : une phrase qui annonce une liste, un thème.

    Un titre, lui, y reste toujours.
    """
    for bloc, suivant in zip(blocs, (*blocs[1:], None), strict=True):
        yield bloc, isinstance(bloc, Paragraphe) and _s_annonce(suivant)


def _s_annonce(bloc: Bloc | None) -> bool:
    if isinstance(bloc, Titre):
        return bloc.niveau == _THEME
    return isinstance(bloc, Liste | Numeros)


def puces_liees(nombre: int) -> list[bool]:
    """De `nombre` puces, celles qui restent avec la suivante.

    Une liste courte ne se coupe pas ; d'une longue, ni la première ni la dernière n'est seule.
    """
    dernier = nombre - 1
    courte = nombre <= _LISTE_COURTE
    return [rang != dernier and (courte or rang in (0, dernier - 1)) for rang in range(nombre)]
