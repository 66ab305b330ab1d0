"""Tout ce que dit un CSV : chacune de ses cases, telle qu'un tableur l'ouvrirait.

Une case qu'un tableur exécuterait est refusée : qui reçoit le fichier n'a pas à s'en méfier.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from tat_carnet.documents.contre_lecture.lecture_texte import texte_de
from tat_carnet.documents.contre_lecture.mots import Illisible, Passage

FORMULES: Final = frozenset("=+-@\t\r＝＋－＠")
"""Ce qui, en tête d'une case, ferait exécuter une formule ; les sosies larges y comptent."""


def lire(octets: bytes) -> Iterator[tuple[Passage, ...]]:
    """Les cases, ligne par ligne ; `Illisible` pour un CSV abîmé, inégal, ou qui s'exécuterait."""
    lignes = list(csv.reader(io.StringIO(texte_de(octets), newline=""), delimiter=";", strict=True))
    if len({len(ligne) for ligne in lignes}) > 1:
        raise Illisible("ses lignes n’ont pas toutes autant de cases")
    for rang, ligne in enumerate(lignes, 1):
        for colonne, case in enumerate(ligne, 1):
            if any(map(_s_execute, case.split(","))):
                raise Illisible(f"la case {colonne} de la ligne {rang} s’exécuterait")
    yield tuple(
        Passage(f"ligne {rang}, case {colonne}", case)
        for rang, ligne in enumerate(lignes, 1)
        for colonne, case in enumerate(ligne, 1)
    )


def _s_execute(morceau: str) -> bool:
    """Vrai d'une case, ou de ce qu'en ferait un tableur qui coupe aux virgules."""
    return bool(morceau.strip()) and morceau.lstrip(" \u00a0\u202f")[:1] in FORMULES
