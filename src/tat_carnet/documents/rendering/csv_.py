"""Un tableau en CSV : UTF-8 marqué, points-virgules, comme l'attendent les tableurs."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from tat_carnet.documents.interface import Document, Tableau

_FORMULES: Final = r"[ \u00a0\u202f]*[=+\-@\t\r＝＋－＠]"
"""Ce qui, en tête de case, ferait exécuter une formule par un tableur."""
_EXECUTE: Final = re.compile(f"(?:^|(?<=,))(?={_FORMULES})")
_GARDE: Final = re.compile(f"(?:^|(?<=,))'(?={_FORMULES})")


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
    """La case, une apostrophe devant ce qu'un tableur exécuterait.

    Un tableur qui coupe aux virgules, comme les anglais, ferait une case de ce qui en suit une.
    """
    return _EXECUTE.sub("'", case)


def sans_garde(case: str) -> str:
    """Une case relue d'un de nos fichiers, sans les apostrophes qui la gardaient."""
    return _GARDE.sub("", case)
