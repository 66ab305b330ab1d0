"""Un tableau en CSV : UTF-8 marqué, points-virgules, comme l'attendent les tableurs."""

from __future__ import annotations

import csv
import io
from typing import Final

from tat_carnet.documents.interface import Document, Tableau

FORMULES: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Ce qui, en tête de cellule, ferait exécuter une formule par un tableur."""


def rendre(document: Document) -> bytes:
    """Les octets du CSV de l'unique tableau d'un document ; les retours à la ligne font « / »."""
    (tableau,) = (bloc for bloc in document.blocs if isinstance(bloc, Tableau))
    sortie = io.StringIO()
    ecrivain = csv.writer(sortie, delimiter=";", lineterminator="\r\n")
    ecrivain.writerow(map(_inoffensive, tableau.entetes))
    for ligne in tableau.lignes:
        ecrivain.writerow([_inoffensive(case.replace("\n", " / ")) for case in ligne])
    return sortie.getvalue().encode("utf-8-sig")


def _inoffensive(case: str) -> str:
    """La case, précédée d'une apostrophe si un tableur l'exécuterait."""
    return f"'{case}" if case.lstrip(" \u00a0\u202f").startswith(FORMULES) else case
