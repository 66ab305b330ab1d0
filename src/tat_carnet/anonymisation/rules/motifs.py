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
    """Les occurrences de `motif` en indices du texte plié.

    Si un de ses groupes `w`, `x`, `y`, `z` a servi, c'est lui qui est rendu.
    """
    noms = [nom for nom in ("x", "y", "z", "w") if nom in motif.groupindex]
    for trouve in motif.finditer(note.plie):
        groupe: int | str = next((nom for nom in noms if trouve[nom]), 0)
        yield Repere(trouve.start(groupe), trouve.end(groupe), categorie, niveau)
