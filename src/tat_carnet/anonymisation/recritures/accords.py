"""Ce qui précède un passage et doit s'accorder avec ce qui le remplace : articles, élisions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tat_carnet.anonymisation.pliage import plier
from tat_carnet.anonymisation.reperes import Repere

_CONTRACTIONS: Final = {
    ("de", "le"): "du",
    ("de", "les"): "des",
    ("à", "le"): "au",
    ("à", "les"): "aux",
}
_VOYELLES: Final = "aeiouyh"


@dataclass(frozen=True, slots=True)
class Contexte:
    """Un repère dans son texte ; `gauche` et `droite` sont ce qu'on peut absorber autour de lui."""

    repere: Repere
    extrait: str
    gauche: str
    droite: str

    @property
    def fin(self) -> int:
        """Où finit l'extrait dans le texte : avant la préposition qui clôt un lien de famille."""
        return self.repere.debut + len(self.extrait)

    @property
    def plie(self) -> str:
        """L'extrait plié."""
        return plier(self.extrait)

    def avant(self, motif: re.Pattern[str]) -> re.Match[str] | None:
        """Ce qui, juste avant l'extrait, répond à `motif` (qui finit par `$`)."""
        return motif.search(self.gauche[-60:])


@dataclass(frozen=True, slots=True)
class Remplacement:
    """`texte` à la place de l'extrait et de `avant` signes à sa gauche."""

    texte: str
    avant: int = 0


def lier(preposition: str, groupe: str) -> str:
    """« de » + « un jeune » : « d’un jeune » ; « à » + « le même » : « au même »."""
    if not preposition:
        return groupe
    article, _, suite = groupe.partition(" ")
    if (preposition, article) in _CONTRACTIONS:
        return f"{_CONTRACTIONS[preposition, article]} {suite}"
    if preposition in ("de", "que") and plier(groupe[:1]) in _VOYELLES:
        return f"{preposition[:-1]}’{groupe}"
    return f"{preposition} {groupe}"


_ARTICLE: Final = r"(?:le|la|les|l['’]|une?|cet?|cette|son|sa|leur|notre|votre|mon|ma)"
_DETERMINANT: Final = re.compile(
    r"(?i:(?<![\w'’])(?:"
    rf"(?P<de>du|des|(?:de |d['’]){_ARTICLE}|de|d['’])|(?P<a>aux?|[àa] (?:la|l['’]))"
    rf"|(?P<que>que {_ARTICLE}|qu['’](?:une?)?)|{_ARTICLE}"
    r")[ \u00a0\u202f]*)$"
)
LIEN_FINAL: Final = re.compile(r"(?i: (?:de l['’]|de la|de|d['’]une?|d['’]?|du|des|à|a|aux?))$")
"""La préposition qui finit un lien de famille et introduit un nom : « la mère de »."""


def determine(contexte: Contexte, groupe: str, lieu: str = "à") -> Remplacement:
    """Remplace l'extrait et son déterminant par `groupe`, qui porte le sien.

    « du collège X » : « d’un collège » ; « au collège X » : `lieu` + « un collège ».
    """
    trouve = contexte.avant(_DETERMINANT)
    if trouve is None:
        return Remplacement(groupe)
    preposition = "de" if trouve["de"] else lieu if trouve["a"] else "que" if trouve["que"] else ""
    return Remplacement(lier(preposition, groupe), avant=len(trouve[0]))
