"""N'essayer un motif que là où il peut commencer.

Chaque motif dit ses amorces une fois. À chaque note, on demande à chaque mot quels motifs il peut
ouvrir ; la plupart n'en ouvrent aucun, et la plupart des motifs n'ont alors rien à lire.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tat_carnet.anonymisation.amorces import CHIFFRE, PORTEE, amorces

_SIGNE: Final = re.compile(r"[^a-z0-9 ]")
_HORS_ASCII: Final = re.compile(r"[^\W\x00-\x7f]")
_CHIFFRES: Final = str.maketrans("123456789", CHIFFRE * 9)
_DEBUTS_GARDES: Final = 16_384


class _Table(dict[str, tuple[int, ...]]):
    """Pour chaque début de texte, les rangs des motifs qu'il peut ouvrir."""

    def __init__(self) -> None:
        super().__init__()
        self.motifs: list[re.Pattern[str]] = []
        self._rangs: dict[int, int | None] = {}
        self._par_amorce: dict[str, list[int]] = {}

    def rang(self, motif: re.Pattern[str]) -> int | None:
        """Le rang du motif, lu à son premier emploi ; `None` s'il faut l'essayer partout."""
        # Par `id` : le condensé d'un motif relit tout son code. La liste garde chacun en vie.
        if id(motif) not in self._rangs:
            connues = amorces(motif)
            self._rangs[id(motif)] = None if connues is None else len(self.motifs)
            for amorce in connues or ():
                self._par_amorce.setdefault(amorce, []).append(len(self.motifs))
            self.motifs.append(motif)
            self.clear()
        return self._rangs[id(motif)]

    def __missing__(self, debut: str) -> tuple[int, ...]:
        longueurs = range(1, len(debut) + 1)
        rangs = {r for fin in longueurs for r in self._par_amorce.get(debut[:fin], ())}
        if len(self) >= _DEBUTS_GARDES:
            self.clear()
        self[debut] = trouves = tuple(rangs)
        return trouves


_TABLE: Final = _Table()


class Departs:
    """Les endroits d'un texte plié où chaque motif peut commencer ; `mots` : ceux des mots."""

    def __init__(self, texte: str, mots: Sequence[int]) -> None:
        self._texte = texte
        self._mots = mots
        self._places: dict[int, list[int]] = {}
        self._connus = 0
        self._etranger = _HORS_ASCII.search(texte) is not None

    def occurrences(self, motif: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Ce que rend `motif.finditer`, le plus souvent sans relire tout le texte."""
        rang = _TABLE.rang(motif)
        if rang is None or self._etranger:
            return motif.finditer(self._texte)
        if rang >= self._connus:
            self._placer()
        return self._essayer(motif, self._places.get(rang, ()))

    def _placer(self) -> None:
        self._connus, self._places = len(_TABLE.motifs), {}
        texte = self._texte.translate(_CHIFFRES)
        signes = [trouve.start() for trouve in _SIGNE.finditer(texte)]
        for debut in sorted((*self._mots, *signes)):
            for rang in _TABLE[texte[debut : debut + PORTEE]]:
                self._places.setdefault(rang, []).append(debut)

    def _essayer(self, motif: re.Pattern[str], places: Sequence[int]) -> Iterator[re.Match[str]]:
        fin = 0
        for debut in places:
            if debut >= fin and (trouve := motif.match(self._texte, debut)) is not None:
                fin = trouve.end()
                yield trouve
