"""Refait `resources/lecture/` : ce qui se déduit des motifs des règles et des lexiques.

    python scripts/preparer_lecture.py

À relancer quand un motif ou un lexique a changé ; un motif oublié se lit au départ, plus lent, et
une marque périmée ferait échouer un essai.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import ascii_lowercase
from typing import Any

from tat_carnet.anonymisation import departs, preparer, rules
from tat_carnet.anonymisation.amorces import amorces
from tat_carnet.anonymisation.lexiques import COURANT, mots, prenoms, termes
from tat_carnet.anonymisation.marques import TABLE
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.prepare import (
    clef,
    lettres_entre_deux,
    ouvertures,
    regrouper,
    tamis_des_coupes,
)
from tat_carnet.anonymisation.sonorite import mots_coupes, prenoms_par_son
from tat_carnet.paths import resource

MOTS_MARQUES = 40_000
PRENOM_MARQUE = 200
NOMBRES_MARQUES = 2100
"""Les mots les plus fréquents, les prénoms donnés autant de fois, ce que disent les lexiques écrits
à la main, les nombres jusqu'à nos années : neuf mots neufs sur dix."""
NOMS_RARES = "noms_ine"
"""Le seul lexique trop long pour qu'on en livre les marques."""
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


def probables() -> Iterator[str]:
    """Les formes qu'une note a le plus de chances de dire."""
    yield from sorted(mots(), key=lambda mot: (-mots()[mot], mot))[:MOTS_MARQUES]
    yield from (nom for nom, connu in prenoms().items() if connu.naissances >= PRENOM_MARQUE)
    for lexique in resource("lexiques").glob("*.txt"):
        for terme in termes(lexique.stem) if lexique.stem != NOMS_RARES else ():
            yield from Note.de(terme).formes
    yield from map(str, range(NOMBRES_MARQUES))
    yield from (f"{nombre:02}" for nombre in range(10))
    yield from ascii_lowercase


def marques() -> Iterator[str]:
    """Les modules qui questionnent, puis, par rangs des questions qui disent oui, les formes."""
    modules, bits = TABLE.questions()
    groupes: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for forme in sorted({*probables()}):
        marque = TABLE.demander(forme)
        groupes[tuple(rang for rang, bit in enumerate(bits) if marque & bit)].append(forme)
    yield " ".join(modules)
    for oui, formes in sorted(groupes.items()):
        yield f"{' '.join(map(str, oui))}\t{' '.join(formes)}"


if __name__ == "__main__":
    DOSSIER.mkdir(exist_ok=True)
    courants = (mot for mot, nombre in mots().items() if nombre > COURANT)
    ecrire("lettres.json", dict(lettres_entre_deux(courants)))
    (DOSSIER / "coupes.bin").write_bytes(tamis_des_coupes(mots_coupes()))
    (DOSSIER / "sons.txt").write_text("\n".join(sorted(prenoms_par_son())) + "\n", "utf-8")
    ecrire("amorces.json", {})
    (DOSSIER / "marques.tsv").write_text("\n", "utf-8")
    preparer()  # lit ce qui précède : les marques demandent si un mot est une faute
    lues = {clef(motif): amorces(motif) for motif in motifs()}
    ecrire("amorces.json", {k: v and regrouper(ouvertures(v)) for k, v in lues.items()})
    (DOSSIER / "marques.tsv").write_text("\n".join(marques()) + "\n", "utf-8")
