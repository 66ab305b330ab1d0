"""Retrouver dans un texte des termes déjà masqués ailleurs : dans le brut, ou dans le document.

La lecture d'une phrase dépend de ses tournures : le nom vu dans le brut peut ne pas l'être dans la
formulation. La contre-lecture, elle, le verrait, et refuserait un fichier sans rien à décider.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from tat_carnet.anonymisation.lexiques import est_courant
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_LONG: Final = 8
"""À partir de tant de lettres, la contre-lecture cherche un terme dans les mots plus longs."""


def reperer_termes(texte: str, termes: Collection[str]) -> Iterator[Repere]:
    """Où ces termes sont écrits, aux mêmes mots ou d'un bloc ; un mot de tous est à vérifier."""
    note = Note.de(texte)
    for terme in sorted(termes):
        suite = tuple(Note.de(terme).formes)
        niveau = Niveau.verifier if est_courant(terme) else Niveau.masquer
        for premier, dernier in _places(note, suite) if suite else ():
            debut, fin = note.bornes(note.debuts[premier], note.fins[dernier])
            yield Repere(debut, fin, Categorie.liste, niveau)


def dit(texte: str, terme: str) -> bool:
    """Vrai si ce texte écrit ce terme."""
    return next(reperer_termes(texte, (terme,)), None) is not None


def _places(note: Note, suite: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    colle, formes = "".join(suite), note.formes
    for rang, forme in enumerate(formes):
        if tuple(formes[rang : rang + len(suite)]) == suite:
            yield rang, rang + len(suite) - 1
        elif forme == colle or (len(colle) >= _LONG and colle in forme):
            yield rang, rang
