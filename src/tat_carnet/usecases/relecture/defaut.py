"""Un défaut, ou un fichier de l'application qui manque : rien ne sort, et une phrase le dit."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tat_carnet.domain.errors import ErreurConnue, SortieRefusee

_DEFAUT: Final = (
    "Un défaut du programme, ou un de ses fichiers qui manque, empêche ce document de sortir. "
    "Rien n’est sorti, rien n’est perdu\u202f: recommencez, et réinstallez l’application si cela "
    "dure."
)


@contextmanager
def sortie_sure() -> Iterator[None]:
    """Change en `SortieRefusee` tout échec que personne n'avait prévu.

    Un repérage aveugle ne doit rien laisser passer (`anonymat.md`, « never fails open »). La cause
    reste attachée, et son genre s'inscrit, sans contenu : le défaut ne se perd pas.
    """
    try:
        yield
    except ErreurConnue:
        raise
    except Exception as defaut:
        logging.getLogger("tat_carnet").error("sortie refusée, défaut %s", type(defaut).__name__)
        raise SortieRefusee(_DEFAUT) from defaut
