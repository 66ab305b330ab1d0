"""Compte ce qu'un outil trouve, rate et masque à tort ; ne connaît ni l'outil ni les fichiers.

Un passage direct est trouvé si chacun de ses mots (articles et prépositions exceptés) est couvert ;
un quasi-identifiant, si la moitié de ses lettres l'est. Les catégories d'un outil ne comptent pas :
un prénom pris pour une ville est un prénom trouvé. Une fausse alerte est un passage qui ne touche
aucun identifiant ; les mots en trop se comptent aussi, sans quoi tout masquer d'un trait serait
parfait.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Final, Protocol

from anonymat.corpus import LECTURE

_ARTICLES: Final = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "de",
        "du",
        "des",
        "d",
        "au",
        "aux",
        "a",
        "à",
        "un",
        "une",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "en",
        "et",
        "o",
        "é",
    ]
)
_Z: Final = 1.96
"""Quantile d'une marge à 95 %."""

MOT: Final = re.compile(r"[^\W_]+")


class Passage(Protocol):
    """Ce qu'un outil désigne : `texte[debut:fin]`."""

    @property
    def debut(self) -> int: ...
    @property
    def fin(self) -> int: ...


def sans_accents(texte: str) -> str:
    """Chaque lettre sans son accent, à la même place."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in texte)


def meme_longueur(change: Callable[[str], str]) -> Callable[[str], str]:
    """`change` appliqué signe à signe, sans déplacer les indices."""
    return lambda texte: "".join(r if len(r := change(c)) == 1 else c for c in texte)


VARIANTES: Final[dict[str, Callable[[str], str]]] = {
    "telle quelle": lambda texte: texte,
    "minuscules": meme_longueur(str.lower),
    "capitales": meme_longueur(str.upper),
    "sans accents": sans_accents,
}
"""Façons d'écrire les mêmes notes sans déplacer un seul indice."""


def couvert(texte: str, span: Passage, passages: Iterable[Passage]) -> float:
    """Part des lettres de `span`, articles exceptés, que couvrent les passages (0 à 1)."""
    lettres = [
        i
        for mot in MOT.finditer(texte, span.debut, span.fin)
        if mot[0].lower() not in _ARTICLES or mot.end() - mot.start() == span.fin - span.debut
        for i in range(mot.start(), mot.end())
    ] or list(range(span.debut, span.fin))
    trouves = list(passages)
    pris = [i for i in lettres if any(p.debut <= i < p.fin for p in trouves)]
    return len(pris) / len(lettres)


class Mesure:
    """Des comptes qui s'additionnent note après note."""

    def __init__(self) -> None:
        self.trouves: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.mots = self.fausses = self.en_trop = self.notes = self.sans_fuite = 0
        self.fautes: dict[str, list[str]] = defaultdict(list)

    def ajouter(
        self, note: Any, texte: str, passages: Collection[Passage], suit: bool = False
    ) -> None:
        """Compte une note ; `suit` garde aussi des extraits de ce qui manque ou déborde."""
        self.mots += len(MOT.findall(texte))
        self.notes += 1
        fuite = False
        for span in note.spans:
            part = couvert(texte, span, passages)
            direct = span.categorie in LECTURE.DIRECT
            trouve = part == 1 if direct else part >= 0.5
            if span.categorie == LECTURE.KEEP:
                trouve = part > 0
            self.total[span.categorie] += 1
            self.trouves[span.categorie] += trouve
            fuite |= direct and not trouve
            if suit and trouve == (span.categorie == LECTURE.KEEP):
                self.fautes[span.categorie].append(_extrait(texte, span))
        self.sans_fuite += not fuite
        self.en_trop += _en_trop(texte, note.identifying, passages)
        for passage in passages:
            if not any(s.debut < passage.fin and passage.debut < s.fin for s in note.identifying):
                self.fausses += 1
                if suit:
                    nom = f"FAUX {getattr(passage, 'categorie', '')}".rstrip()
                    self.fautes[nom].append(_extrait(texte, passage))

    def part(self, categories: Iterable[str]) -> tuple[int, int]:
        """Trouvés et total pour des catégories."""
        noms = list(categories)
        return sum(self.trouves[c] for c in noms), sum(self.total[c] for c in noms)

    @property
    def fausses_pour_mille(self) -> float:
        """Fausses alertes pour mille mots."""
        return 1000 * self.fausses / max(1, self.mots)

    @property
    def en_trop_pour_mille(self) -> float:
        """Mots masqués hors de tout identifiant, pour mille mots."""
        return 1000 * self.en_trop / max(1, self.mots)


def _en_trop(texte: str, attendus: Iterable[Passage], passages: Iterable[Passage]) -> int:
    """Nombre de mots touchés par un passage et par aucun identifiant, articles exceptés."""
    justes, touches = list(attendus), list(passages)
    return sum(
        any(_touche(mot, p) for p in touches) and not any(_touche(mot, s) for s in justes)
        for mot in MOT.finditer(texte)
        if mot[0].lower() not in _ARTICLES
    )


def _touche(mot: re.Match[str], passage: Passage) -> bool:
    return mot.start() < passage.fin and passage.debut < mot.end()


def _extrait(texte: str, p: Passage) -> str:
    """Le passage entre crochets, dans son voisinage."""
    avant, apres = texte[max(0, p.debut - 35) : p.debut], texte[p.fin : p.fin + 25]
    return f"{avant}[{texte[p.debut : p.fin]}]{apres}"


def compter(
    notes: Sequence[Any], textes: Sequence[str], trouves: Sequence[Collection[Passage]]
) -> Mesure:
    """La mesure d'un outil : `trouves[i]` est ce qu'il désigne dans `textes[i]`."""
    mesure = Mesure()
    for note, texte, passages in zip(notes, textes, trouves, strict=True):
        mesure.ajouter(note, texte, passages)
    return mesure


def marges(trouves: int, total: int) -> tuple[float, float]:
    """Bornes à 95 % d'une proportion (Wilson), entre 0 et 1 ; (0, 1) quand on n'a rien mesuré."""
    if not total:
        return 0.0, 1.0
    p = trouves / total
    centre = (p + _Z * _Z / (2 * total)) / (1 + _Z * _Z / total)
    ecart = _Z * math.sqrt(p * (1 - p) / total + _Z * _Z / (4 * total**2)) / (1 + _Z * _Z / total)
    return max(0.0, centre - ecart), min(1.0, centre + ecart)


def taux(trouves: int, total: int) -> str:
    """Un pourcentage et sa marge ; un tiret quand on n'a rien mesuré."""
    if not total:
        return "   –"
    bas, haut = marges(trouves, total)
    return f"{100 * trouves / total:5.1f} % [{100 * bas:.1f}–{100 * haut:.1f}]"
