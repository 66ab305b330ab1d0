"""Chercher une expression régulière dans le texte plié."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere


def chercher(
    note: Note,
    motif: re.Pattern[str],
    categorie: Categorie,
    niveau: Niveau = Niveau.masquer,
) -> Iterator[Repere]:
    """Les occurrences de `motif` (son groupe `x` s'il en a un), en indices du texte plié."""
    groupe: int | str = "x" if "x" in motif.groupindex else 0
    for trouve in motif.finditer(note.plie):
        if trouve.start(groupe) < trouve.end(groupe):
            yield Repere(trouve.start(groupe), trouve.end(groupe), categorie, niveau)
