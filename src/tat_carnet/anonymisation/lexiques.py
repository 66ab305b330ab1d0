"""Les lexiques livrés avec l'application, chargés à la première lecture.

Un lexique absent lève `FileNotFoundError` : sans lui le repérage serait aveugle, et un repérage
aveugle ne doit laisser passer aucun export.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern
from typing import Final

from tat_carnet.anonymisation.marques import marque
from tat_carnet.anonymisation.pliage import Note, plier
from tat_carnet.paths import resource

COURANT: Final = 50
"""Au-delà de cette fréquence (sous-titres de films), un mot du dictionnaire est courant."""


@dataclass(frozen=True, slots=True)
class Prenom:
    """Genre (« f », « m » ou « e » pour les deux) et naissances en France depuis 1900."""

    genre: str
    naissances: int


def colonnes(nom: str) -> Iterator[list[str]]:
    """Les colonnes de chaque ligne."""
    with resource("lexiques", nom).open(encoding="utf-8", newline="") as lignes:
        yield from csv.reader(lignes, delimiter="\t", quoting=csv.QUOTE_NONE)


def _groupes(nom: str) -> Iterator[tuple[int, str, list[str]]]:
    """Un nombre, une étiquette, les mots qui les ont : un lexique s'en lit deux fois plus vite."""
    with resource("lexiques", nom).open(encoding="utf-8", newline="") as lignes:
        for ligne in lignes:
            nombre, etiquette, mots = ligne.rstrip("\n").split("\t")
            yield int(nombre), intern(etiquette), mots.split(" ")


@cache
def prenoms() -> dict[str, Prenom]:
    """Les prénoms pliés de l'Insee."""
    connus: dict[str, Prenom] = {}
    for naissances, genre, noms in _groupes("prenoms.tsv"):
        connus.update(dict.fromkeys(noms, Prenom(genre, naissances)))
    return connus


@cache
def _dictionnaire() -> tuple[dict[str, int], dict[str, str]]:
    frequences: dict[str, int] = {}
    connues: dict[str, str] = {}
    for frequence, nature, formes in _groupes("mots.tsv"):
        for forme in formes:  # le plus souvent une seule : `update` coûterait davantage
            frequences[forme] = frequence
        if nature:
            for forme in formes:
                connues[forme] = nature
    return frequences, connues


@cache
def mots() -> dict[str, int]:
    """Fréquence des formes françaises pliées."""
    return _dictionnaire()[0]


HORS_DICTIONNAIRE: Final = marque(lambda forme: forme not in mots())
"""Un mot que le français n'a pas : un nom, une faute, une autre langue."""


def est_courant(terme: str) -> bool:
    """Vrai si chaque mot de ce terme est un mot répandu du français, et n'est pas un prénom.

    Rien n'en est gardé en mémoire : ce terme vient d'une note, et peut nommer quelqu'un.
    """
    formes = [forme for forme in Note.de(terme).formes if len(forme) > 1]
    return all(mots().get(forme, 0) > COURANT and forme not in prenoms() for forme in formes)


@cache
def natures() -> dict[str, str]:
    """Natures des formes pliées, de la plus fréquente à la moins.

    « n » nom, « a » adjectif, « v » verbe conjugué, « i » infinitif, « p » participe passé, « g »
    participe présent, « o » mot-outil ; un « s » final : pluriel.
    """
    return _dictionnaire()[1]


_COMMENTAIRE: Final = re.compile("#.*")
_FLEXIONS: Final = ("s", "es", "e", "x")


@lru_cache(maxsize=16_384)
def nature_de(forme: str) -> str:
    """Les natures d'une forme, ou à défaut celles de la forme sans son accord ; « » : inconnue."""
    connues = natures()
    if forme in connues:
        return connues[forme]
    for fin in _FLEXIONS:
        if forme.endswith(fin) and len(forme) > len(fin) + 2 and forme[: -len(fin)] in connues:
            return connues[forme[: -len(fin)]]
    return ""


@cache
def termes(nom: str) -> frozenset[str]:
    """Un lexique écrit à la main : un terme plié par ligne, `#` pour les commentaires."""
    lu = plier(resource("lexiques", f"{nom}.txt").read_text("utf-8"))
    ecrits = _COMMENTAIRE.sub("", lu).replace(",", "\n").split("\n")
    return frozenset(map(str.strip, ecrits)) - {""}


def mots_de(*lignes: str) -> frozenset[str]:
    """Un petit lexique écrit dans le code : des formes pliées, séparées par des espaces."""
    return frozenset(" ".join(lignes).split())
