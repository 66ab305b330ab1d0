"""Ce qui se calcule une fois pour toutes des motifs et des lexiques, et se livre avec eux.

`scripts/preparer_lecture.py` l'écrit dans `resources/lecture/` ; un essai dit quand le refaire. Le
calculer à chaque départ prendrait une demi-seconde.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from typing import Final
from zlib import crc32

from tat_carnet.anonymisation.amorces import amorces
from tat_carnet.paths import resource

Ouvertures = Mapping[str, frozenset[str]]
"""Par quoi commence un motif : quatre signes (ou moins), et ce qui les suit ; vide, tout."""
TETE: Final = 4
_BITS: Final = 22
"""Le tamis des coupes a 2 puissance tant de cases : un demi-mégaoctet."""
_CASES: Final = (1 << _BITS) - 1


def clef(motif: re.Pattern[str]) -> str:
    """Ce qui nomme un motif, et change avec lui : une amorce livrée ne peut pas être d'un autre."""
    ecrit = f"{motif.flags} {motif.pattern}"
    return blake2b(ecrit.encode(), digest_size=8).hexdigest()


def regrouper(connues: Ouvertures) -> list[list[list[str]]]:
    """Les têtes qui ont les mêmes suites, ensemble : « le p » et « la p » s'écrivent une fois."""
    groupes: dict[frozenset[str], list[str]] = defaultdict(list)
    for tete, suites in connues.items():
        groupes[suites].append(tete)
    return sorted([sorted(tetes), sorted(suites)] for suites, tetes in groupes.items())


@cache
def _amorces_livrees() -> Mapping[str, list[list[list[str]]] | None]:
    lues: dict[str, list[list[list[str]]] | None]
    lues = json.loads(resource("lecture", "amorces.json").read_text("utf-8"))
    return lues


def ouvertures_de(motif: re.Pattern[str]) -> Ouvertures | None:
    """Celles qui sont livrées ; d'un motif plus récent que la livraison, celles qu'on y lit."""
    livrees = _amorces_livrees()
    if clef(motif) not in livrees:
        lues = amorces(motif)
        return None if lues is None else ouvertures(lues)
    connues = livrees[clef(motif)]
    if connues is None:
        return None
    groupes = ((tetes, frozenset(suites)) for tetes, suites in connues)
    return {tete: suites for tetes, suites in groupes for tete in tetes}


def ouvertures(amorces: frozenset[str]) -> Ouvertures:
    """Les têtes de ces amorces, et leurs suites ; une amorce plus courte dispense des autres."""
    trouvees: dict[str, set[str]] = defaultdict(set)
    for amorce in amorces:
        if amorces.isdisjoint(amorce[:fin] for fin in range(1, len(amorce))):
            trouvees[amorce[:TETE]].add(amorce[TETE:])
    return {tete: frozenset(suites - {""}) for tete, suites in trouvees.items()}


@cache
def lettres_entre() -> Mapping[str, str]:
    """Celles que livre `lettres_entre_deux` des mots courants."""
    lues: dict[str, str]
    lues = json.loads(resource("lecture", "lettres.json").read_text("utf-8"))
    return lues


def lettres_entre_deux(mots: Iterable[str]) -> Mapping[str, str]:
    """Les lettres qu'ont ces mots derrière deux autres et devant une : « tae » → « bln… ».

    Une espace : le bord du mot.
    """
    trouvees: dict[str, set[str]] = defaultdict(set)
    for mot in mots:
        bords = f"  {mot} "
        for rang, lettre in enumerate(mot):
            if lettre.isalpha():
                trouvees[bords[rang : rang + 2] + bords[rang + 3]].add(lettre)
    return {bords: "".join(sorted(lettres)) for bords, lettres in sorted(trouvees.items())}


def marques_livrees() -> tuple[list[str], list[tuple[list[int], list[str]]]]:
    """Les modules qui posent une question d'une forme, puis des formes dont on répond pareil.

    De chaque groupe, les rangs des questions qui disent oui. `marques.py` ne s'en sert que si les
    mêmes modules posent autant de questions ; un essai les repose toutes.
    """
    posees, *lignes = resource("lecture", "marques.tsv").read_text("utf-8").splitlines()
    groupes = (ligne.partition("\t") for ligne in lignes)
    return posees.split(), [([*map(int, oui.split())], mots.split()) for oui, _, mots in groupes]


@cache
def sons_des_prenoms() -> frozenset[str]:
    """Comment se prononcent les prénoms répandus que le français n'a pas."""
    return frozenset(resource("lecture", "sons.txt").read_text("utf-8").split())


@cache
def _tamis() -> bytes:
    return resource("lecture", "coupes.bin").read_bytes()


def est_une_coupe(forme: str) -> bool:
    """Faux si aucun des mots dont vient le tamis ne donne cette forme, une lettre ôtée.

    Vrai parfois à tort (une fois sur seize) : c'est un tamis, qui dit où chercher.
    """
    une, autre = _cases(forme)
    tamis = _tamis()
    return bool(tamis[une >> 3] >> (une & 7) & tamis[autre >> 3] >> (autre & 7) & 1)


def _cases(forme: str) -> tuple[int, int]:
    condense = crc32(forme.encode())
    return condense & _CASES, condense >> (32 - _BITS)


def tamis_des_coupes(mots: Iterable[str]) -> bytes:
    """Le tamis (filtre de Bloom) des formes que donnent ces mots, une lettre ôtée."""
    tamis = bytearray(1 << (_BITS - 3))
    for mot in mots:
        for rang in range(len(mot)):
            for case in _cases(mot[:rang] + mot[rang + 1 :]):
                tamis[case >> 3] |= 1 << (case & 7)
    return bytes(tamis)
