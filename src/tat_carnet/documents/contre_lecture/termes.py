"""Chercher des termes dans des mots : ce qui compte pour une fuite, ce qui n'en est pas une.

Décision 0004. Un terme est trouvé quand une suite de mots du texte s'écrit comme lui, séparateurs
mis à part. Là où le terme change de mot, le texte peut séparer comme il veut ; ailleurs, il ne
peut couper que d'une manière qui cache un mot (césure, tiret, chiffres espacés), faute de quoi
« de la porte » livrerait « Delaporte ».
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from tat_carnet.documents.contre_lecture.mots import (
    Mot,
    Passage,
    mots_du_flux,
    mots_du_texte,
    plier,
)

LONG: Final = 8
"""À partir de huit lettres, un terme est cherché aussi à l'intérieur des mots plus longs."""

COUPABLE_SANS_TIRET: Final = 6
"""À partir de six lettres, une fin de ligne sans tiret peut couper un terme."""

COUPABLE_PAR_UN_SIGNE: Final = 5
"""À partir de cinq lettres, un tiret, un point ou un soulignement peut couper un terme."""

EPELABLE: Final = 4
"""À partir de quatre lettres, un terme épelé (« K a r i m ») est dit, quoi qui sépare."""

_CESURE: Final = re.compile(r"-[^\S\n]*[\n\r]\s*")
_FIN_DE_LIGNE: Final = re.compile(r"\s*[\n\r]\s*")
_SIGNE: Final = re.compile(r"[^\s']+")


@dataclass(frozen=True, slots=True)
class Trouvaille:
    """Un terme masqué retrouvé, et où."""

    lieu: str
    terme: str


@dataclass(frozen=True, slots=True)
class _Terme:
    """`coutures` : les rangs, dans le terme collé, où il change de mot."""

    ecrit: str
    colle: str
    coutures: frozenset[int]
    initiales: bool


class Recherche:
    """Des termes prêts à être cherchés ; `mentions` sont les textes où l'on ne cherche pas."""

    def __init__(self, termes: Collection[str], mentions: Collection[str] = ()) -> None:
        prepares = {terme.strip(): mots_du_texte(terme) for terme in sorted(termes)}
        self._termes: dict[str, list[_Terme]] = {}
        for ecrit, mots in prepares.items():
            if mots:
                terme = _terme(ecrit, mots)
                self._termes.setdefault(terme.colle, []).append(terme)
        self._debuts = {colle[:fin] for colle in self._termes for fin in range(1, len(colle) + 1)}
        self._longs = [colle for colle in self._termes if len(colle) >= LONG]
        self._signes = [ecrit for ecrit, mots in prepares.items() if ecrit and not mots]
        self._mentions: dict[str, list[tuple[str, ...]]] = {}
        for mots in sorted({mots_du_texte(m) for m in mentions}, key=len, reverse=True):
            if len(mots) > 1:
                self._mentions.setdefault(mots[0], []).append(mots)

    def trouvailles(self, flux: Sequence[Passage]) -> Iterator[Trouvaille]:
        """Chaque terme trouvé dans des passages qui se suivent, une fois par lieu."""
        vues = dict.fromkeys((*self._dans_les_signes(flux), *self._dans_les_mots(flux)))
        yield from vues

    def _dans_les_signes(self, flux: Sequence[Passage]) -> Iterator[Trouvaille]:
        """Les termes sans lettre ni chiffre (un pictogramme en guise de surnom)."""
        for passage in flux:
            for ecrit in self._signes:
                if plier(ecrit) in plier(passage.texte):
                    yield Trouvaille(passage.lieu, ecrit)

    def _dans_les_mots(self, flux: Sequence[Passage]) -> Iterator[Trouvaille]:
        for mots in self._hors_mentions(mots_du_flux(flux)):
            for rang in range(len(mots)):
                yield from self._a_partir_de(mots, rang)
            yield from self._dans_les_longs_mots(mots)

    def _hors_mentions(self, mots: list[Mot]) -> Iterator[list[Mot]]:
        """Les suites de mots entre deux mentions."""
        depart = rang = 0
        while rang < len(mots):
            longueur = self._mention_en(mots, rang)
            if longueur:
                yield mots[depart:rang]
                depart = rang = rang + longueur
            else:
                rang += 1
        yield mots[depart:]

    def _mention_en(self, mots: list[Mot], rang: int) -> int:
        """Nombre de mots de la plus longue mention qui commence là, ou zéro."""
        for mention in self._mentions.get(mots[rang].forme, ()):
            candidat = mots[rang : rang + len(mention)]
            if tuple(mot.forme for mot in candidat) == mention:
                return len(mention)
        return 0

    def _a_partir_de(self, mots: Sequence[Mot], rang: int) -> Iterator[Trouvaille]:
        """Les termes qui commencent au mot `rang`, en recollant ceux qui suivent."""
        colle = ""
        for fin in range(rang, len(mots)):
            colle += mots[fin].forme
            if colle not in self._debuts:
                return
            for terme in self._termes.get(colle, ()):
                if _convient(terme, mots[rang : fin + 1]):
                    yield Trouvaille(mots[rang].lieu, terme.ecrit)

    def _dans_les_longs_mots(self, mots: Sequence[Mot]) -> Iterator[Trouvaille]:
        lieux: dict[str, str] = {}
        for mot in mots:
            if len(mot.forme) > LONG:
                lieux.setdefault(mot.forme, mot.lieu)
        ensemble = " ".join(lieux)
        for colle in self._longs:
            if colle in ensemble:
                for forme, lieu in lieux.items():
                    if colle in forme:
                        yield from (Trouvaille(lieu, t.ecrit) for t in self._termes[colle])


def _terme(ecrit: str, mots: tuple[str, ...]) -> _Terme:
    coutures = frozenset(accumulate(map(len, mots[:-1])))
    return _Terme(ecrit, "".join(mots), coutures, all(map(_est_lettre, mots)))


def _est_lettre(forme: str) -> bool:
    return len(forme) == 1 and forme.isalpha()


def _convient(terme: _Terme, mots: Sequence[Mot]) -> bool:
    """Vrai si ces mots, qui recollés font le terme, le disent bien."""
    if terme.initiales and len(mots) == len(terme.colle):
        return all(map(_initiale, mots))
    if len(mots) == len(terme.colle) >= EPELABLE and all(_est_lettre(mot.forme) for mot in mots):
        return True
    position = 0
    for precedent, mot in pairwise(mots):
        position += len(precedent.forme)
        if position not in terme.coutures and not _recollable(precedent, mot, len(terme.colle)):
            return False
    return True


def _initiale(mot: Mot) -> bool:
    """« K » ou « k. », mais ni « il y a » ni « d’une »."""
    return not mot.elide and (mot.point or not mot.brut.islower())


def _recollable(precedent: Mot, mot: Mot, longueur: int) -> bool:
    """Vrai si ce qui sépare deux mots a pu couper en deux un terme de `longueur` lettres."""
    avant = mot.avant
    if not avant or _CESURE.fullmatch(avant):
        return True
    if precedent.point and _est_lettre(precedent.forme) and _est_lettre(mot.forme):
        return True
    if precedent.forme.isdigit() and mot.forme.isdigit():
        return longueur >= COUPABLE_SANS_TIRET
    if _FIN_DE_LIGNE.fullmatch(avant):
        return longueur >= COUPABLE_SANS_TIRET
    return longueur >= COUPABLE_PAR_UN_SIGNE and _SIGNE.fullmatch(avant) is not None
