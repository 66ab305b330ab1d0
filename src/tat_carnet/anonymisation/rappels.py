"""Retrouver dans un texte des termes déjà masqués ailleurs : dans le brut, ou dans le document.

La lecture d'une phrase dépend de ses tournures : le nom vu dans le brut peut ne pas l'être dans la
formulation. La contre-lecture, elle, le verrait, et refuserait un fichier sans rien à décider.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.lexiques import est_courant
from tat_carnet.anonymisation.pliage import Note
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_LONG: Final = 8
"""À partir de tant de lettres, la contre-lecture cherche un terme dans les mots plus longs."""


class Rappels:
    """Des termes prêts à être retrouvés, tous en une lecture de la phrase.

    Un dossier en cherche des centaines dans des centaines de passages, pendant que la fenêtre
    attend. Rien n'en reste après lui : ces termes nomment quelqu'un.
    """

    def __init__(self, termes: Collection[str]) -> None:
        self.termes = frozenset(termes)
        self._suites: dict[str, list[tuple[tuple[str, ...], Niveau]]] = {}
        self._colles: dict[str, Niveau] = {}
        for terme in sorted(self.termes):
            suite = tuple(Note.de(terme).formes)
            if suite:
                niveau = Niveau.verifier if est_courant(terme) else Niveau.masquer
                if len(suite) > 1:
                    self._suites.setdefault(suite[0], []).append((suite, niveau))
                colle = "".join(suite)
                if self._colles.get(colle) is not Niveau.masquer:
                    self._colles[colle] = niveau
        self._longs = [(c, niveau) for c, niveau in self._colles.items() if len(c) >= _LONG]

    def reperer(self, texte: str) -> Iterator[Repere]:
        """Où ils sont écrits, aux mêmes mots ou d'un bloc ; un mot de tous est à vérifier."""
        note = Note.de(texte)
        for premier, dernier, niveau in self._places(note.formes):
            debut, fin = note.bornes(note.debuts[premier], note.fins[dernier])
            yield Repere(debut, fin, Categorie.liste, niveau)

    def _places(self, formes: Sequence[str]) -> Iterator[tuple[int, int, Niveau]]:
        for rang, forme in enumerate(formes):
            for suite, niveau in self._suites.get(forme, ()):
                if tuple(formes[rang : rang + len(suite)]) == suite:
                    yield rang, rang + len(suite) - 1, niveau
            if forme in self._colles:
                yield rang, rang, self._colles[forme]
            elif len(forme) > _LONG:
                for colle, niveau in self._longs:
                    if colle in forme:
                        yield rang, rang, niveau


def dit(texte: str, terme: str) -> bool:
    """Vrai si ce texte écrit ce terme."""
    return any(Rappels([terme]).reperer(texte))
