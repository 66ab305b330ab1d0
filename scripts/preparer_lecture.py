"""Refait `resources/lecture/` : ce qui se déduit des motifs des règles et des lexiques.

    python scripts/preparer_lecture.py

À relancer quand un motif ou `mots.tsv` a changé ; un motif oublié se lit au départ, plus lent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from tat_carnet.anonymisation import departs, preparer, rules
from tat_carnet.anonymisation.amorces import amorces
from tat_carnet.anonymisation.lexiques import COURANT, mots
from tat_carnet.anonymisation.prepare import (
    clef,
    lettres_entre_deux,
    ouvertures,
    regrouper,
    tamis_des_coupes,
)
from tat_carnet.anonymisation.sonorite import mots_coupes

DOSSIER = Path(__file__).resolve().parents[1] / "resources" / "lecture"


def motifs() -> Iterator[re.Pattern[str]]:
    """Ceux que nomme un module des règles, et ceux qu'une règle compose à son premier emploi."""
    yield from departs._TABLE.motifs
    for module in iter_modules(rules.__path__):
        for valeur in vars(import_module(f"{rules.__name__}.{module.name}")).values():
            if isinstance(valeur, re.Pattern):
                yield valeur


def ecrire(nom: str, contenu: dict[str, Any]) -> None:
    """Une clef par ligne : un changement se lit."""
    lignes = (f"{json.dumps(k)}: {json.dumps(contenu[k])}" for k in sorted(contenu))
    (DOSSIER / nom).write_text("{\n" + ",\n".join(lignes) + "\n}\n", "utf-8")


if __name__ == "__main__":
    DOSSIER.mkdir(exist_ok=True)
    for vide in ("amorces.json", "lettres.json"):
        ecrire(vide, {})
    (DOSSIER / "coupes.bin").write_bytes(tamis_des_coupes(mots_coupes()))
    preparer()
    lues = {clef(motif): amorces(motif) for motif in motifs()}
    ecrire("amorces.json", {k: v and regrouper(ouvertures(v)) for k, v in lues.items()})
    courants = (mot for mot, nombre in mots().items() if nombre > COURANT)
    ecrire("lettres.json", dict(lettres_entre_deux(courants)))
