"""Lit le corpus de notes annotées : le texte sans ses marques, et les passages qu'elles désignent.

Une note tient sur une ligne ; `⟦categorie|texte⟧` désigne un passage. Une ligne qui commence par
`#` nomme la voix. Voir LISEZMOI.md pour le guide d'annotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DIRECT: Final = frozenset(
    {
        "nom",
        "surnom",
        "initiales",
        "telephone",
        "courriel",
        "compte",
        "nir",
        "iban",
        "plaque",
        "naissance",
        "adresse",
    }
)
"""Catégories qui désignent une personne à elles seules."""

QUASI: Final = frozenset(
    {
        "age",
        "batiment",
        "etage_porte",
        "etablissement",
        "petit_lieu",
        "lien_familial",
        "role_unique",
        "date",
        "heure",
        "origine_religion",
    }
)
"""Catégories qui désignent par recoupement."""

KEEP: Final = "garder"
"""Passage notable qui ne doit pas être masqué."""

CATEGORIES: Final = DIRECT | QUASI | {KEEP}

FOLDERS: Final = ("travail", "reserve")

_MARK: Final = re.compile(r"⟦([^⟦⟧|]*)\|([^⟦⟧|]*)⟧")


class AnnotationFautive(ValueError):
    """Marque mal formée ; le message dit où et pourquoi."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Passage `texte[debut:fin]` (indices de caractères Python) et sa catégorie."""

    debut: int
    fin: int
    categorie: str


@dataclass(frozen=True, slots=True)
class Note:
    """Une note sans marques ; `spans` dans l'ordre du texte, sans chevauchement."""

    fichier: str
    ligne: int
    voix: str
    texte: str
    spans: tuple[Span, ...]

    @property
    def identifying(self) -> tuple[Span, ...]:
        """Les passages à masquer, directs et quasi."""
        return tuple(span for span in self.spans if span.categorie != KEEP)

    def words(self, span: Span) -> str:
        """Le texte d'un passage."""
        return self.texte[span.debut : span.fin]


def parse_line(line: str) -> tuple[str, tuple[Span, ...]]:
    """Rend le texte sans marques et ses passages ; `AnnotationFautive` si une marque est fausse."""
    pieces: list[str] = []
    spans: list[Span] = []
    length = end = 0
    for mark in _MARK.finditer(line):
        before, (category, words) = line[end : mark.start()], mark.groups()
        _check_mark(category, words)
        pieces += [before, words]
        length += len(before)
        spans.append(Span(length, length + len(words), category))
        length += len(words)
        end = mark.end()
    texte = "".join([*pieces, line[end:]])
    if set(texte) & set("⟦⟧|"):
        raise AnnotationFautive(f"crochet ou barre hors d'une marque : {line[:60]}")
    return texte, tuple(spans)


def _check_mark(category: str, words: str) -> None:
    if category not in CATEGORIES:
        raise AnnotationFautive(f"catégorie inconnue « {category} » sur « {words} »")
    if not words or words != words.strip():
        raise AnnotationFautive(f"passage vide ou bordé d'espaces : « {words} »")


def read_notes(path: Path) -> list[Note]:
    """Les notes d'un fichier du corpus ; `AnnotationFautive` nomme le fichier et la ligne."""
    notes: list[Note] = []
    voix = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            voix = voix or line.lstrip("# ")
        elif line:
            notes.append(_note(path.name, number, voix, line))
    return notes


def _note(fichier: str, ligne: int, voix: str, line: str) -> Note:
    try:
        texte, spans = parse_line(line)
    except AnnotationFautive as fault:
        raise AnnotationFautive(f"{fichier}, ligne {ligne} : {fault}") from None
    return Note(fichier, ligne, voix, texte, spans)
