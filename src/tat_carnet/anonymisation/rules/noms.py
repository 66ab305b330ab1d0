"""Prénoms et noms, quelle qu'en soit la casse."""

from __future__ import annotations

from collections.abc import Iterator

from tat_carnet.anonymisation.lexiques import COURANT, mots, prenoms
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere


def reperer(note: Note) -> Iterator[Repere]:
    """Les prénoms connus qui ne sont pas des mots courants."""
    connus, courants = prenoms(), mots()
    for mot in note.mots:
        if len(mot.forme) > 2 and mot.forme in connus and courants.get(mot.forme, 0) < COURANT:
            yield Repere(mot.debut, mot.fin, Categorie.nom, Niveau.masquer)
