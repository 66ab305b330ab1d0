"""Le texte relu mot à mot : casse, accents, ligatures et sosies n'y cachent rien."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tat_carnet.domain.sosies import SOSIES

_SIGNES: Final = {
    **dict.fromkeys("’‘ʼ`´′＇ʹ", "'"),
    **dict.fromkeys("‐‑‒–—−―﹣－", "-"),
    **{"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"},
    **{"ß": "ss", "ẞ": "SS"},
}
_CESURE_DOUCE: Final = re.compile("\u00ad\\s*[\n\r\u2028\u2029\u0085]")
_MOT: Final = re.compile(r"[^\W\d_]+|\d+")


class _Pliage(dict[int, str]):
    """Forme pliée de chaque caractère, la casse gardée, calculée une fois (`str.translate`)."""

    def __missing__(self, code: int) -> str:
        signe = chr(code)
        forme = _SIGNES.get(signe)
        if forme is None:
            decompose = unicodedata.normalize("NFKD", signe)
            forme = "".join(
                _latine(c) for c in decompose if unicodedata.category(c) not in ("Mn", "Me", "Cf")
            )
        self[code] = forme
        return forme


def _latine(lettre: str) -> str:
    """La lettre latine dont celle-ci a l'air, la casse gardée."""
    latine = SOSIES.get(lettre) or SOSIES.get(lettre.lower(), lettre)
    return latine.upper() if lettre.isupper() else latine


_PLIAGE: Final = _Pliage()


class Illisible(Exception):
    """Un fichier qui ne se lit pas en entier ; le message dit pourquoi, sans rien citer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Un texte retrouvé dans un fichier, et où : « page 2 », « nom du fichier »."""

    lieu: str
    texte: str


@dataclass(frozen=True, slots=True)
class Mot:
    """Suite de lettres ou de chiffres : sa forme pliée, sans casse, et ce qui la précède.

    `brut` garde la casse ; `elide` et `point` : une apostrophe (« d’ »), un point le suit.
    """

    forme: str
    brut: str
    avant: str
    lieu: str
    elide: bool
    point: bool


def plier(texte: str) -> str:
    """Le texte sans accents, ligatures ni signes invisibles ; la casse reste.

    Une césure conditionnelle en fin de ligne devient un trait d'union, ce qu'elle est à l'œil.
    """
    return _CESURE_DOUCE.sub("-\n", texte).translate(_PLIAGE)


def mots_du_flux(flux: Sequence[Passage]) -> list[Mot]:
    """Les mots de passages qui se suivent, comme si chaque passage finissait une ligne."""
    return [mot for passage in flux for mot in _mots(passage)]


def mots_du_texte(texte: str) -> tuple[str, ...]:
    """Les formes d'un texte isolé (un terme, une mention)."""
    return tuple(mot.forme for mot in _mots(Passage("", texte)))


def _mots(passage: Passage) -> Iterator[Mot]:
    texte = plier(passage.texte)
    fin_precedente = 0
    avant = "\n"
    for trouve in _MOT.finditer(texte):
        debut, fin = trouve.span()
        avant += texte[fin_precedente:debut]
        suite = texte[fin : fin + 1]
        brut = trouve[0]
        yield Mot(brut.casefold(), brut, avant, passage.lieu, suite == "'", suite == ".")
        fin_precedente, avant = fin, ""
