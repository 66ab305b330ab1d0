"""Lire les pages d'aide : un titre, puis des blocs de quelques sortes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from tat_carnet.paths import resource

Kind = Literal["paragraphe", "point", "intertitre", "touche"]

_PREFIX: Final = re.compile(r"^\d\d-")
_STARTS: Final = re.compile(r"^(- |## )")


@dataclass(frozen=True, slots=True)
class Bloc:
    """Un morceau de page ; `touche` n'est remplie que pour un raccourci."""

    kind: Kind
    texte: str
    touche: str = ""


@dataclass(frozen=True, slots=True)
class Sujet:
    """Une page d'aide ; `nom` est celui de son fichier, sans le nombre qui la range."""

    nom: str
    titre: str
    blocs: tuple[Bloc, ...]


@cache
def sujets() -> tuple[Sujet, ...]:
    """Tous les sujets, dans l'ordre de leurs fichiers."""
    return tuple(map(read, sorted(resource("aide").glob("[0-9][0-9]-*.txt"))))


def sujet(nom: str) -> Sujet:
    """Le sujet de ce nom ; `KeyError` s'il n'existe pas."""
    return {known.nom: known for known in sujets()}[nom]


def read(path: Path) -> Sujet:
    """Lit un fichier (`resources/aide/LISEZMOI.md` en dit la forme)."""
    nom = _PREFIX.sub("", path.stem)
    titre, _, rest = path.read_text(encoding="utf-8").partition("\n")
    keys = nom.endswith("raccourcis")
    return Sujet(nom, titre.strip(), tuple(_bloc(text, keys) for text in _pieces(rest, keys)))


def _pieces(text: str, keys: bool) -> list[str]:
    """Les blocs : séparés par une ligne vide, un début de liste, ou chaque ligne s'il s'agit de
    touches."""
    pieces: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip() or keys or _STARTS.match(line):
            pieces.append([])
        pieces[-1].append(line.strip())
    joined = (" ".join(piece).strip() for piece in pieces)
    return [piece for piece in joined if piece]


def _bloc(text: str, keys: bool) -> Bloc:
    if text.startswith("- "):
        return Bloc("point", text[2:])
    if text.startswith("## "):
        return Bloc("intertitre", text[3:])
    touche, separator, effect = text.partition(" : ")
    if not keys:
        return Bloc("paragraphe", text)
    return Bloc("touche", effect, touche) if separator else Bloc("intertitre", text)
