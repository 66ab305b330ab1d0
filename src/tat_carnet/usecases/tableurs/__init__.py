"""Lire un tableur d'où qu'il vienne : CSV de tout encodage, ODS, dates de toute forme."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from tat_carnet.domain.importation import OCTETS_MAX, Feuille, FichierRefuse
from tat_carnet.usecases.tableurs.lecture_csv import lire_csv
from tat_carnet.usecases.tableurs.lecture_ods import lire_ods

Avance = Callable[[int], None]
"""Reçoit le nombre de lignes lues ; lève `ImportArrete` pour s'arrêter."""

_ZIP = b"PK\x03\x04"


def lire(path: Path, avance: Avance = lambda _: None) -> Feuille:
    """Le tableau d'un fichier CSV ou ODS ; `FichierRefuse` dit ce qui ne va pas.

    Le contenu décide, non l'extension. Rien n'est écrit ni gardé.
    """
    try:
        if path.stat().st_size > OCTETS_MAX:
            raise FichierRefuse(
                "Ce fichier dépasse 200 Mo : ce n’est pas un tableau de faits. Rien n’est importé. "
                "Enregistrez-en une partie à part, puis recommencez."
            )
        octets = path.read_bytes()
    except OSError:
        raise FichierRefuse(
            "Ce fichier ne se laisse pas lire. Rien n’est importé. "
            "Vérifiez qu’il est toujours là, et qu’un autre programme ne le tient pas."
        ) from None
    empreinte = hashlib.sha256(octets).hexdigest()
    if octets.startswith(_ZIP):
        return lire_ods(octets, empreinte, avance)
    return lire_csv(octets, empreinte, avance)
