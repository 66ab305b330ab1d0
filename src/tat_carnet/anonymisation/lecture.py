"""Ce qu'un lecteur voit d'un mot : ses voisins, et si sa majuscule apprend quelque chose."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from tat_carnet.anonymisation.pliage import Mot, Note

_FIN_DE_PHRASE: Final = re.compile(r"[.!?:;\n\"(>→•*=]|^\s*-|\s-\s?$|\s/\s")
_PRESQUE_TOUT: Final = 0.6
"""Part de capitales au-delà de laquelle une capitale n'apprend plus rien."""
_BORD: Final = 12
"""Les règles ne regardent jamais aussi loin d'un mot."""
_COLLES: Final = frozenset((" ", "-", "'", "  "))


class Lecture(Note):
    """Une note et ses mots, par rang ; un rang hors de la note rend du vide."""

    @cached_property
    def formes(self) -> list[str]:
        """La forme pliée de chaque mot."""
        return [mot.forme for mot in self.mots]

    @cached_property
    def bruts(self) -> list[str]:
        """Chaque mot tel qu'il est écrit."""
        if isinstance(self.origines, range):  # les indices pliés sont les bruts
            return [self.brut[mot.debut : mot.fin] for mot in self.mots]
        return [self.extrait(mot) for mot in self.mots]

    @cached_property
    def _capitales(self) -> list[bool]:
        """Pour chaque mot, si sa première lettre est une capitale qui apprend quelque chose."""
        if self.sans_casse:
            return [False] * (len(self.mots) + _BORD)
        return [brut[:1].isupper() for brut in self.bruts] + [False] * _BORD

    @cached_property
    def _sigles(self) -> list[bool]:
        paires = zip(self.bruts, self._capitales, strict=False)
        return [grand and len(b) > 1 and b.isupper() for b, grand in paires] + [False] * _BORD

    @cached_property
    def _formes_bordees(self) -> list[str]:
        """Les formes, puis du vide : un rang négatif ou trop grand y tombe."""
        return self.formes + [""] * _BORD

    @cached_property
    def _ecarts(self) -> list[str]:
        """Ce qui précède chaque mot, puis ce qui suit le dernier, puis du vide."""
        bornes = [0, *(borne for mot in self.mots for borne in (mot.debut, mot.fin))]
        bornes.append(len(self.plie))
        paires = zip(bornes[::2], bornes[1::2], strict=True)
        return [self.plie[debut:fin] for debut, fin in paires] + [""] * _BORD

    def forme(self, rang: int) -> str:
        """La forme pliée du mot de ce rang, ou « » à moins de `_BORD` mots du bord."""
        return self._formes_bordees[rang]

    def brut_de(self, rang: int) -> str:
        """Le mot de ce rang tel qu'il est écrit, ou « »."""
        return self.bruts[rang] if 0 <= rang < len(self.bruts) else ""

    def entre(self, rang: int) -> str:
        """Ce qui sépare le mot de ce rang du précédent (plié)."""
        return self._ecarts[rang]

    @cached_property
    def en_capitales(self) -> bool:
        """Vrai si toute la note est en capitales, ou presque."""
        lettres = sum(map(str.isalpha, self.brut))
        return sum(map(str.isupper, filter(str.isalpha, self.brut))) > _PRESQUE_TOUT * lettres

    @cached_property
    def en_titre(self) -> bool:
        """Vrai si presque chaque mot porte une capitale."""
        initiales = [brut[0] for brut in self.bruts if brut[0].isalpha()]
        return sum(map(str.isupper, initiales)) > _PRESQUE_TOUT * max(len(initiales), 5)

    @cached_property
    def sans_casse(self) -> bool:
        """Vrai si les majuscules n'apprennent rien : il n'y en a pas, ou il n'y a qu'elles."""
        return self.en_capitales or self.en_titre or not any(map(str.isupper, self.brut))

    def majuscule(self, rang: int) -> bool:
        """Vrai si le mot commence par une capitale, et que cela apprend quelque chose."""
        return self._capitales[rang]

    def sigle(self, rang: int) -> bool:
        """Vrai si le mot est tout en capitales dans une note qui ne l'est pas."""
        return self._sigles[rang]

    def ouvre_une_phrase(self, rang: int) -> bool:
        """Vrai si le mot commence une phrase, une citation ou un élément de liste."""
        return rang == 0 or bool(_FIN_DE_PHRASE.search(self.entre(rang)))

    def majuscule_interne(self, rang: int) -> bool:
        """Vrai si la capitale n'est pas due à la phrase."""
        return self.majuscule(rang) and not self.ouvre_une_phrase(rang)

    def colle(self, rang: int) -> bool:
        """Vrai si un espace ou un trait d'union seul sépare le mot du précédent."""
        return rang > 0 and self.entre(rang) in _COLLES

    def mot(self, rang: int) -> Mot:
        """Le mot de ce rang ; `IndexError` hors de la note."""
        return self.mots[rang]

    @cached_property
    def rangs(self) -> dict[int, int]:
        """Le rang du mot qui commence à chaque indice du texte plié."""
        return {mot.debut: rang for rang, mot in enumerate(self.mots)}
