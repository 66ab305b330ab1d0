"""Le texte plié : sans casse ni accents, mais qui sait d'où vient chaque lettre.

Toutes les règles lisent le texte plié : écrire en capitales, sans accents, avec des lettres
pleine chasse, cyrilliques ou séparées par des signes invisibles ne cache donc rien.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple, Self

from tat_carnet.anonymisation.departs import Departs
from tat_carnet.domain.sosies import SOSIES

_SIGNES: Final = {
    **dict.fromkeys("’‘ʼ`´′＇ʹ", "'"),
    **dict.fromkeys("‐‑‒–—−―", "-"),
    **dict.fromkeys("“”„«»＂", '"'),
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
    "…": "...",
}


def _plier_signe(signe: str) -> str:
    """La forme pliée d'un caractère : vide, une lettre, ou plusieurs (ligatures)."""
    if signe in _SIGNES:
        return _SIGNES[signe]
    if signe in SOSIES:
        return SOSIES[signe]
    if signe in "\n\r\u2028\u2029\x0b\x0c\x85":
        return "\n"
    if signe.isspace():
        return " "
    categorie = unicodedata.category(signe)
    if categorie in ("Cf", "Mn", "Me", "Cc"):
        return ""
    bas = unicodedata.normalize("NFKD", signe).lower()
    return "".join(
        _SIGNES.get(c, SOSIES.get(c, c)) for c in bas if unicodedata.category(c) not in ("Mn", "Cf")
    )


_SIGNES_GARDES: Final = 4096


class _Table(dict[int, str]):
    """La forme pliée de chaque signe déjà vu, pour `str.translate` ; `inegaux` : pas une lettre."""

    def __init__(self) -> None:
        super().__init__()
        self.inegaux: set[str] = set()

    def __missing__(self, code: int) -> str:
        signe = chr(code)
        forme = _plier_signe(signe)
        if len(forme) != 1:
            self.inegaux.add(signe)
        if len(self) < _SIGNES_GARDES:
            self[code] = forme
        return forme


_TABLE: Final = _Table()


def plier(texte: str) -> str:
    """Le texte plié, de longueur quelconque ; plier deux fois n'y change rien."""
    return texte.translate(_TABLE)


class Mot(NamedTuple):
    """Suite de lettres ou de chiffres du texte plié ; `debut` et `fin` y sont ses bornes."""

    debut: int
    fin: int
    forme: str


CHIFFRES: Final = "#"
"""Dans un vocabulaire, dit qu'un nombre en chiffres s'y trouve."""
_MOT: Final = re.compile(r"([^\W\d_]+|\d+)")


_SANS_SIGNE: Final = frozenset((" ", ""))
"""Ce qui sépare presque tous les mots."""


@dataclass(eq=False)
class Note:
    """Un texte et sa forme pliée ; `origines[i]` est l'indice brut du signe plié `i`."""

    brut: str
    plie: str
    origines: tuple[int, ...] | range

    @classmethod
    def de(cls, texte: str) -> Self:
        """La note d'un texte, en un passage."""
        plie = plier(texte)
        if _TABLE.inegaux.isdisjoint({*texte}):
            return cls(texte, plie, range(len(texte) + 1))
        origines = [rang for rang, signe in enumerate(texte) for _ in _TABLE[ord(signe)]]
        return cls(texte, plie, (*origines, len(texte)))

    def __post_init__(self) -> None:
        """Découpe les mots : leurs `formes` pliées, leurs `debuts` et leurs `fins` ; `ecarts` :
        ce qui précède chacun, puis ce qui suit le dernier."""
        morceaux = _MOT.split(self.plie)
        bornes = list(accumulate(map(len, morceaux)))
        self.formes, self.ecarts = morceaux[1::2], morceaux[::2]
        self.debuts, self.fins = bornes[:-1:2], bornes[1::2]

    @cached_property
    def mots(self) -> tuple[Mot, ...]:
        """Les mots, dans l'ordre."""
        return tuple(map(Mot, self.debuts, self.fins, self.formes))

    @cached_property
    def vocabulaire(self) -> frozenset[str]:
        """Les formes des mots, une fois chacune ; `CHIFFRES` en est s'il y a un nombre."""
        formes = frozenset(self.formes)
        return formes | {CHIFFRES} if any(map(str.isdigit, formes)) else formes

    @cached_property
    def colles(self) -> bool:
        """Vrai si une lettre et un chiffre se touchent : « k3vin », « zoubir94 »."""
        return "" in self.ecarts[1:-1]

    @cached_property
    def departs(self) -> Departs:
        """Où chaque motif peut commencer dans le texte plié."""
        return Departs(self.plie, self.debuts, self._signes())

    def _signes(self) -> list[int]:
        """Où sont les signes qui ne sont ni d'un mot, ni une espace."""
        ecarts = zip((0, *self.fins), self.ecarts, strict=True)
        return [
            place
            for debut, ecart in ecarts
            if ecart not in _SANS_SIGNE
            for place, signe in enumerate(ecart, debut)
            if signe != " "
        ]

    @property
    def un_pour_un(self) -> bool:
        """Vrai si les indices pliés sont ceux du brut : chaque signe n'en donne qu'un."""
        return isinstance(self.origines, range)

    def bornes(self, debut: int, fin: int) -> tuple[int, int]:
        """Les indices bruts d'un passage plié non vide, signes invisibles finaux compris."""
        fin_brute = self.origines[fin]
        if fin_brute == self.origines[fin - 1]:
            fin_brute += 1
        return self.origines[debut], fin_brute

    def extrait(self, mot: Mot) -> str:
        """Le mot tel qu'il est écrit."""
        debut, fin = self.bornes(mot.debut, mot.fin)
        return self.brut[debut:fin]
