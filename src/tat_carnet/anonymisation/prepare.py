"""Ce qui se calcule une fois pour toutes des motifs et des lexiques, et se livre avec eux.

`scripts/preparer_lecture.py` l'écrit dans `resources/lecture/` ; un essai dit quand le refaire. Le
calculer à chaque départ prendrait une demi-seconde.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b

from tat_carnet.anonymisation.amorces import amorces
from tat_carnet.paths import resource


def clef(motif: re.Pattern[str]) -> str:
    """Ce qui nomme un motif, et change avec lui : une amorce livrée ne peut pas être d'un autre."""
    ecrit = f"{motif.flags} {motif.pattern}"
    return blake2b(ecrit.encode(), digest_size=8).hexdigest()


@cache
def _amorces_livrees() -> Mapping[str, Sequence[str] | None]:
    lues: dict[str, list[str] | None]
    lues = json.loads(resource("lecture", "amorces.json").read_text("utf-8"))
    return lues


def amorces_de(motif: re.Pattern[str]) -> frozenset[str] | None:
    """Celles qui sont livrées ; d'un motif plus récent que la livraison, celles qu'on y lit."""
    livrees = _amorces_livrees()
    if clef(motif) not in livrees:
        return amorces(motif)
    connues = livrees[clef(motif)]
    return None if connues is None else frozenset(connues)


@cache
def lettres_entre() -> Mapping[str, str]:
    """Celles que livre `lettres_entre_deux` des mots courants."""
    lues: dict[str, str]
    lues = json.loads(resource("lecture", "lettres.json").read_text("utf-8"))
    return lues


def lettres_entre_deux(mots: Iterable[str]) -> Mapping[str, str]:
    """Les lettres qu'ont ces mots entre deux autres : « ae » → « bcd… » ; une espace : le bord."""
    trouvees: dict[str, set[str]] = defaultdict(set)
    for mot in mots:
        bords = f" {mot} "
        for avant, lettre, apres in zip(bords, mot, bords[2:], strict=False):
            if lettre.isalpha():
                trouvees[avant + apres].add(lettre)
    return {bords: "".join(sorted(lettres)) for bords, lettres in sorted(trouvees.items())}
