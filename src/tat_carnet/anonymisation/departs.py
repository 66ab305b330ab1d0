"""N'essayer un motif que là où il peut commencer.

Chaque motif dit ses amorces une fois. À chaque note, on demande à chaque mot quels motifs il peut
ouvrir ; la plupart n'en ouvrent aucun, et la plupart des motifs n'ont alors rien à lire.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from operator import itemgetter
from string import ascii_lowercase
from threading import Lock
from typing import Final

from tat_carnet.anonymisation.amorces import CHIFFRE, PORTEE
from tat_carnet.anonymisation.prepare import TETE, Ouvertures, ouvertures_de

_HORS_ASCII: Final = re.compile(r"[^\W\x00-\x7f]")
_CHIFFRES: Final = str.maketrans("123456789", CHIFFRE * 9)
_DEBUTS_GARDES: Final = 16_384
_ALPHABET: Final = frozenset(ascii_lowercase)
_MOT, _PARTOUT = 0, -1
"""Ce que vaut, à la place d'un motif, l'absence d'amorces : tout mot l'ouvre, ou tout signe."""

_EN_TOUT_LIEU: Final = (-1,)
"""Les places d'un motif qui peut commencer n'importe où."""


_Ouverts = tuple[list[int], dict[str, list[int]]]
"""Les motifs qu'un début ouvre quoi qui le suive, et tous ceux qu'il ouvre devant une suite."""
_Suites = list[tuple[int, frozenset[str]]]
"""Les motifs qu'une tête ouvre, chacun devant ses suites."""
_Places = list[list[int]]
"""Au rang de chaque motif, où l'essayer."""
_RIEN: Final[_Ouverts] = [], {}
"""Ce qu'ouvrent les deux tiers des débuts : il n'en est rien écrit pour chacun."""


class _Table(dict[str, _Ouverts]):
    """Pour chaque début de texte, les motifs qu'il peut ouvrir, par leur rang.

    Le condensé d'un motif relit tout son code : il coûterait plus que la recherche. Deux fils
    lisent (l'aperçu, et celui du cahier) : un motif ne compte parmi les `motifs` qu'une fois tout
    ce qu'il ouvre inscrit, sans quoi l'autre fil croirait l'avoir cherché.
    """

    def __init__(self) -> None:
        super().__init__()
        self.motifs: list[re.Pattern[str]] = []  # les garde en vie : leur `id` reste le leur
        self._verrou = Lock()
        self.lus: dict[int, int] = {}  # de l'`id` de chacun, son cas
        self.rangs: dict[int, int] = {}  # de même, de ceux qui ne s'essaient pas partout
        self._par_tete: dict[str, _Suites] = {}

    def cas(self, motif: re.Pattern[str]) -> int:
        """`_PARTOUT`, `_MOT`, ou le rang du motif, lu à son premier emploi."""
        connu = self.lus.get(id(motif))
        return self._apprendre(motif) if connu is None else connu

    def _apprendre(self, motif: re.Pattern[str]) -> int:
        with self._verrou:
            if id(motif) not in self.lus:  # l'autre fil a pu l'apprendre entre-temps
                cas = self._lire(motif)
                self.motifs.append(motif)
                self.lus[id(motif)] = cas
                if cas != _PARTOUT:
                    self.rangs[id(motif)] = cas
            return self.lus[id(motif)]

    def _lire(self, motif: re.Pattern[str]) -> int:
        connues: Ouvertures | None = ouvertures_de(motif)
        if connues is None:
            return _PARTOUT
        if connues.keys() >= _ALPHABET:
            return _MOT
        rang = len(self.motifs) + 1
        for tete, suites in connues.items():
            self._par_tete.setdefault(tete, []).append((rang, suites))
        tetes = tuple(connues)
        for debut in [debut for debut in self if debut.startswith(tetes)]:
            del self[debut]  # ce début en ouvre un de plus
        return rang

    def __missing__(self, debut: str) -> _Ouverts:
        with self._verrou:
            connus = self._par_tete
            essais = dict.fromkeys((debut[:1], debut[:2], debut[:3], debut))
            tetes = [tete for tete in essais if tete in connus]
            if len(self) >= _DEBUTS_GARDES:
                self.clear()
            self[debut] = ouverts = _ranger([connus[tete] for tete in tetes]) if tetes else _RIEN
            return ouverts


def _ranger(tetes: Sequence[_Suites]) -> _Ouverts:
    connus = [ouverture for tete in tetes for ouverture in tete]
    toujours = [motif for motif, suites in connus if not suites]
    selon: dict[str, list[int]] = {}
    for motif, suites in connus:
        for suite in suites:
            if suite in selon:
                selon[suite].append(motif)
            else:
                selon[suite] = [*toujours, motif]
    for suite, motifs in selon.items():
        if len(suite) > 1 and suite[0] in selon:
            motifs += selon[suite[0]][len(toujours) :]
    return toujours, selon


_TABLE: Final = _Table()


class Famille:
    """Des motifs qu'une règle cherche ensemble : si nul ne s'ouvre, une question suffit."""

    def __init__(self, *motifs: re.Pattern[str]) -> None:
        self.motifs = motifs
        self.dernier = sys.maxsize  # le plus haut de leurs rangs, une fois qu'on les sait
        self.lire: Callable[[_Places], Iterable[Sequence[int]]] = tuple

    def apprendre(self) -> None:
        """Sans effet si l'un d'eux s'essaie partout : la question ne l'écarterait jamais."""
        rangs = list(map(_TABLE.cas, self.motifs))
        if min(rangs) > _MOT:
            self.lire = itemgetter(*rangs)
            self.dernier = max(rangs)


class Departs:
    """Les endroits d'un texte plié où chaque motif peut commencer.

    `mots` : où chacun commence ; `signes` : où sont ceux que nul mot ne porte, sauf l'espace.
    """

    def __init__(self, texte: str, mots: list[int], signes: list[int]) -> None:
        self._texte = texte
        self._mots = mots
        self._tous = sorted((*mots, *signes)) if signes else mots
        self._etranger = not texte.isascii() and _HORS_ASCII.search(texte) is not None
        self._connus = 0
        self._places: _Places = []
        if not self._etranger:
            self._placer()

    def occurrences(self, motif: re.Pattern[str]) -> Iterable[re.Match[str]]:
        """Ce que rend `motif.finditer`, le plus souvent sans relire tout le texte."""
        places = self.places(motif)
        return self.essayer(motif, places) if places else ()

    def parmi(self, famille: Famille) -> Sequence[re.Pattern[str]]:
        """Ceux de ces motifs qui peuvent commencer quelque part, dans leur ordre."""
        if famille.dernier > self._connus:
            famille.apprendre()
            return [motif for motif in famille.motifs if self.places(motif)]
        return list(compress(famille.motifs, famille.lire(self._places)))

    def places(self, motif: re.Pattern[str]) -> Sequence[int]:
        """Où essayer ce motif ; rien, le plus souvent."""
        try:
            return self._places[_TABLE.rangs[id(motif)]]  # le plus souvent
        except LookupError:  # il s'essaie partout, ou s'apprend, ou la note est étrangère
            cas = _TABLE.cas(motif)
        if cas == _PARTOUT or self._etranger:
            return _EN_TOUT_LIEU
        self._placer()
        return self._places[cas]

    def essayer(self, motif: re.Pattern[str], places: Sequence[int]) -> Iterable[re.Match[str]]:
        """Les occurrences du motif, des `places` que rend `places`."""
        texte, essayer, fin = self._texte, motif.match, 0
        if places is _EN_TOUT_LIEU:
            return motif.finditer(texte)
        trouves = []
        for debut in places:
            if debut >= fin and (trouve := essayer(texte, debut)) is not None:
                fin = trouve.end()
                trouves.append(trouve)
        return trouves

    def finissant_par(
        self, motif: re.Pattern[str], fin: re.Pattern[str]
    ) -> Iterable[re.Match[str]]:
        """Les occurrences d'un motif fait d'un mot quelconque, d'un lien, puis de `fin`.

        Il s'essaierait devant tout mot : on cherche `fin`, et l'on n'essaie que le mot d'avant.
        """
        if self._etranger:
            return motif.finditer(self._texte)
        rangs = [bisect_left(self._mots, trouve.start()) for trouve in self.occurrences(fin)]
        return self.essayer(motif, [self._mots[rang - 1] for rang in rangs if rang])

    def presente(self, motif: re.Pattern[str]) -> bool:
        """Vrai si le motif a une occurrence."""
        return any(True for _ in self.occurrences(motif))

    def _placer(self) -> None:
        """Inscrit chaque motif connu là où il peut commencer, le plus souvent nulle part."""
        self._connus = connus = len(_TABLE.motifs)
        places: _Places = [[]] * (connus + 1)
        places[_MOT] = self._tous
        texte = self._texte.translate(_CHIFFRES)
        for debut in self._tous:
            ouverts = _TABLE[texte[debut : debut + TETE]]
            if ouverts is _RIEN:
                continue
            rangs, selon = ouverts
            if selon:
                suite = texte[debut + TETE : debut + PORTEE]
                rangs = selon.get(suite) or selon.get(suite[:1]) or rangs
            for rang in rangs:
                if rang > connus:
                    continue  # l'autre fil vient de l'apprendre : on replacera
                if connues := places[rang]:
                    connues.append(debut)
                else:
                    places[rang] = [debut]
        self._places = places
