"""Ce qu'un lecteur voit d'un mot : ses voisins, et si sa majuscule apprend quelque chose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import compress
from operator import or_
from typing import Final

from tat_carnet.anonymisation import marques
from tat_carnet.anonymisation.pliage import Mot, Note

_FIN_DE_PHRASE: Final = re.compile(r"[.!?:;\n\"(>→•*=]|^\s*-|\s-\s?$|\s/\s")
_PRESQUE_TOUT: Final = 0.6
"""Part de capitales au-delà de laquelle une capitale n'apprend plus rien."""
_TITRE: Final = 5
"""Mots au moins d'une note dont on dirait que chacun porte une capitale."""
_BORD: Final = 12
"""Les règles ne regardent jamais aussi loin d'un mot."""
_VIDES: Final = [""] * _BORD
_FAUX: Final = [False] * _BORD
_LETTRES: Final = frozenset("AÀYO")
"""Mots d'une lettre."""
_COLLES: Final = frozenset((" ", "-", "'", "  "))


class Lecture(Note):
    """Une note et ses mots, par rang ; un rang hors de la note rend du vide."""

    # Ce que les règles demandent cent fois par phrase est une liste, et sa lecture n'est que cela.

    def __post_init__(self) -> None:
        """Chaque liste se lit par rang, et rend du vide à moins de `_BORD` mots du bord.

        `bruts` : les mots tels qu'ils sont écrits ; `forme` : pliés ; `entre` : ce qui sépare un
        mot du précédent, plié ; `majuscule` : une capitale le commence, et apprend quelque chose ;
        `sigle` : il est tout en capitales, et la note ne l'est pas ; `ouvre_une_phrase` : il
        commence une phrase, une citation, un élément de liste ; `marques` : ce que dit sa forme,
        et `MAJUSCULE` ; `rangs` : le rang du mot qui commence à un indice du texte plié.

        `en_capitales` : toute la note l'est, ou presque ; `sans_casse` : un mot sans majuscule
        peut être un nom, le texte n'en met pas, ne met qu'elles, ou ne porte que celles que le
        téléphone pose en tête de phrase.
        """
        super().__post_init__()
        self.bruts = self._bruts()
        grandes = sum(map(str.isupper, self.brut))
        self.en_capitales = self._en_capitales(grandes)
        ouvrent = [brut[0].isupper() for brut in self.bruts]
        uniforme = not grandes or self.en_capitales or self._en_titre(sum(ouvrent))
        capitales = [False] * len(ouvrent) if uniforme else ouvrent
        self.forme: Callable[[int], str] = (self.formes + _VIDES).__getitem__
        self.entre: Callable[[int], str] = (self.ecarts + _VIDES).__getitem__
        self.majuscule: Callable[[int], bool] = (capitales + _FAUX).__getitem__
        phrases = [True, *map(_finit_une_phrase, self.ecarts[1:]), *_FAUX]
        self.ouvre_une_phrase: Callable[[int], bool] = phrases.__getitem__
        self.sigle: Callable[[int], bool] = (self._sigles(capitales) + _FAUX).__getitem__
        self.sans_casse = uniforme or self._sans_capitale_interne(grandes, ouvrent)
        lues = map(marques.TABLE.__getitem__, self.formes)
        self.marques = [*map(or_, lues, capitales), *[marques.TABLE[""]] * _BORD]
        self._portees = reduce(or_, self.marques)
        self.rangs = dict(zip(self.debuts, range(len(self.debuts)), strict=True))

    def _bruts(self) -> list[str]:
        bornes = zip(self.debuts, self.fins, strict=True)
        if self.un_pour_un:
            return [self.brut[debut:fin] for debut, fin in bornes]
        return [self.brut[slice(*self.bornes(debut, fin))] for debut, fin in bornes]

    def rangs_de(self, marque: int) -> Sequence[int]:
        """Les rangs des mots qui portent l'une de ces marques."""
        if not self._portees & marque:
            return ()
        fin = len(self.formes)
        return [rang for rang, lue in enumerate(self.marques[:fin]) if lue & marque]

    def voisinages(self) -> Iterator[tuple[int, int, int, int]]:
        """Chaque rang, la marque du mot d'avant, la sienne, et celle du suivant."""
        lues = self.marques
        return zip(range(len(self.formes)), (0, *lues), lues, lues[1:], strict=False)

    def _sigles(self, capitales: list[bool]) -> list[bool]:
        sigles = [False] * len(capitales)
        for rang in compress(range(len(capitales)), capitales):
            sigles[rang] = len(self.bruts[rang]) > 1 and self.bruts[rang].isupper()
        return sigles

    def _en_capitales(self, grandes: int) -> bool:
        """Vrai si presque toutes les lettres le sont ; les mots, moins nombreux, l'écartent tôt."""
        return grandes > _PRESQUE_TOUT * sum(map(str.isalpha, self.bruts)) and (
            grandes > _PRESQUE_TOUT * sum(map(str.isalpha, self.brut))
        )

    def _en_titre(self, ouvrent: int) -> bool:
        """Vrai si presque chaque mot porte une capitale, de ceux qu'une capitale ouvre."""
        if ouvrent <= _PRESQUE_TOUT * _TITRE:
            return False
        initiales = [brut[0] for brut in self.bruts if brut[0].isalpha()]
        return sum(map(str.isupper, initiales)) > _PRESQUE_TOUT * max(len(initiales), _TITRE)

    def _sans_capitale_interne(self, grandes: int, ouvrent: list[bool]) -> bool:
        """Vrai si chaque capitale est de phrase ; `ouvrent` : elles ouvrent un mot, ou `grandes`
        en compte d'autres."""
        rangs: Iterable[int] = compress(range(len(ouvrent)), ouvrent)
        if grandes != sum(ouvrent) or not self.un_pour_un:
            rangs = [rang for rang, brut in enumerate(self.bruts) if brut != brut.lower()]
        return all(self._est_de_phrase(rang, self.bruts[rang]) for rang in rangs)

    def _est_de_phrase(self, rang: int, brut: str) -> bool:
        """« Vu », « À », « L'école » en tête de phrase ; mais « K » ou « KB » distinguent."""
        elide = self.entre(rang + 1)[:1] == "'" or brut in _LETTRES
        return (brut[1:].islower() or (len(brut) == 1 and elide)) and self.ouvre_une_phrase(rang)

    def brut_de(self, rang: int) -> str:
        """Le mot de ce rang tel qu'il est écrit, ou « »."""
        return self.bruts[rang] if 0 <= rang < len(self.bruts) else ""

    def majuscule_interne(self, rang: int) -> bool:
        """Vrai si la capitale n'est pas due à la phrase."""
        return self.majuscule(rang) and not self.ouvre_une_phrase(rang)

    def colle(self, rang: int) -> bool:
        """Vrai si un espace ou un trait d'union seul sépare le mot du précédent."""
        return rang > 0 and self.entre(rang) in _COLLES

    def mot(self, rang: int) -> Mot:
        """Le mot de ce rang ; `IndexError` hors de la note."""
        return Mot(self.debuts[rang], self.fins[rang], self.formes[rang])


@lru_cache(maxsize=1024)
def _finit_une_phrase(ecart: str) -> bool:
    return _FIN_DE_PHRASE.search(ecart) is not None
