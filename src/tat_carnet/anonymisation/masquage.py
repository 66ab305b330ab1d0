"""La liste de masquage : les termes que la personne a confirmés, retrouvés malgré le bruit.

Des termes, jamais des personnes : rien ne les relie ni ne les compte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tat_carnet.anonymisation.lexiques import COURANT, mots
from tat_carnet.anonymisation.pliage import Note, plier
from tat_carnet.anonymisation.reperes import Categorie, Niveau, Repere

_SEUIL_FAUTE: Final = 5
"""Au-delà de tant de lettres, une faute est tolérée."""
_LETTRES_REDOUBLEES: Final = re.compile(r"(.)\1+")
_MOT: Final = re.compile(r"[^\W_]+")


def clef(texte: str) -> str:
    """Le texte plié réduit à ses lettres et chiffres, lettres doublées simplifiées."""
    return _LETTRES_REDOUBLEES.sub(r"\1", "".join(_MOT.findall(plier(texte))))


def _sans_une(forme: str) -> set[str]:
    return {forme[:i] + forme[i + 1 :] for i in range(len(forme))}


class Index:
    """Les termes d'une liste, prêts à être cherchés en un passage."""

    def __init__(self, termes: frozenset[str]) -> None:
        self._clefs = {clef(terme) for terme in termes} - {""}
        self._longueur = max(map(len, self._clefs), default=0) + 1
        self._voisins: dict[str, set[str]] = {}
        for forme in self._clefs:
            if len(forme) > _SEUIL_FAUTE:
                for voisin in (forme, *_sans_une(forme)):
                    self._voisins.setdefault(voisin, set()).add(forme)

    def reperer(self, note: Note) -> Iterator[Repere]:
        """Les passages qui sont un terme de la liste, écrit en un ou plusieurs mots."""
        for rang in range(len(note.mots)):
            fin = self._fin_du_terme(note, rang)
            if fin is not None:
                yield Repere(note.mots[rang].debut, fin, Categorie.liste, Niveau.masquer)

    def _fin_du_terme(self, note: Note, rang: int) -> int | None:
        """La fin du plus long terme qui commence au mot de ce rang."""
        trouve, forme = None, ""
        for suivant in range(rang, len(note.mots)):
            suite = clef(forme + note.mots[suivant].forme)
            # « Lina a » se replierait en « lina » : un mot qui n'ajoute rien n'est pas du terme.
            if suite == forme or len(suite) > self._longueur:
                break
            forme = suite
            if self._designe(forme) and not _est_phrase(note, rang, suivant):
                trouve = note.mots[suivant].fin
        return trouve

    def _designe(self, forme: str) -> bool:
        if forme in self._clefs:
            return True
        if len(forme) < _SEUIL_FAUTE:
            return False
        if mots().get(forme, 0) > COURANT:
            return False
        if forme in self._voisins:
            return True
        return any(
            _a_une_faute(forme, terme)
            for voisin in _sans_une(forme)
            for terme in self._voisins.get(voisin, ())
        )


def _a_une_faute(forme: str, terme: str) -> bool:
    """Vrai si une lettre au plus sépare deux formes qui partagent une suppression."""
    if len(forme) != len(terme):
        return abs(len(forme) - len(terme)) == 1
    return sum(a != b for a, b in zip(forme, terme, strict=True)) <= 2


def _est_phrase(note: Note, debut: int, fin: int) -> bool:
    """Vrai si plusieurs mots courants se trouvent former un terme une fois collés."""
    suite = note.mots[debut : fin + 1]
    return len(suite) > 1 and all(
        len(mot.forme) > 1 and mots().get(mot.forme, 0) > COURANT for mot in suite
    )


@lru_cache(maxsize=1)
def index_de(termes: frozenset[str]) -> Index:
    """L'index d'une liste ; la dernière est gardée, pour la frappe au clavier."""
    return Index(termes)
