"""Ce qu'un lecteur voit d'un mot : ses voisins, et si sa majuscule apprend quelque chose."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from tat_carnet.anonymisation.pliage import Mot, Note

_FIN_DE_PHRASE: Final = re.compile(r"[.!?:;\n\"(>→•*=]|^\s*-|\s-\s?$|\s/\s")
_TOUT_EN_CAPITALES: Final = 0.6
"""Part de capitales au-delà de laquelle une capitale n'apprend plus rien."""


class Lecture:
    """Les mots d'une note, lus de gauche à droite ; les rangs hors de la note rendent du vide."""

    def __init__(self, note: Note) -> None:
        self.note = note
        self.mots = note.mots
        self.formes = [mot.forme for mot in note.mots]

    def forme(self, rang: int) -> str:
        """La forme pliée du mot de ce rang, ou « »."""
        return self.formes[rang] if 0 <= rang < len(self.formes) else ""

    def brut(self, rang: int) -> str:
        """Le mot tel qu'il est écrit, ou « »."""
        return self.note.extrait(self.mots[rang]) if 0 <= rang < len(self.mots) else ""

    def entre(self, rang: int) -> str:
        """Ce qui sépare le mot de ce rang du précédent (plié)."""
        debut = self.mots[rang - 1].fin if rang > 0 else 0
        fin = self.mots[rang].debut if rang < len(self.mots) else len(self.note.plie)
        return self.note.plie[debut:fin]

    @cached_property
    def en_capitales(self) -> bool:
        """Vrai si toute la note est en capitales, ou presque."""
        lettres = [c for c in self.note.brut if c.isalpha()]
        return sum(map(str.isupper, lettres)) > _TOUT_EN_CAPITALES * len(lettres)

    @cached_property
    def en_titre(self) -> bool:
        """Vrai si presque chaque mot porte une capitale."""
        brut = self.note.brut
        initiales = [brut[self.note.origines[m.debut]] for m in self.mots if m.forme.isalpha()]
        return sum(map(str.isupper, initiales)) > _TOUT_EN_CAPITALES * max(len(initiales), 5)

    @cached_property
    def sans_casse(self) -> bool:
        """Vrai si les majuscules n'apprennent rien : il n'y en a pas, ou il n'y a qu'elles."""
        return self.en_capitales or self.en_titre or not any(map(str.isupper, self.note.brut))

    def majuscule(self, rang: int) -> bool:
        """Vrai si le mot commence par une capitale, et que cela apprend quelque chose."""
        return not self.sans_casse and self.brut(rang)[:1].isupper()

    def sigle(self, rang: int) -> bool:
        """Vrai si le mot est tout en capitales dans une note qui ne l'est pas."""
        brut = self.brut(rang)
        return len(brut) > 1 and not self.sans_casse and brut.isupper()

    def ouvre_une_phrase(self, rang: int) -> bool:
        """Vrai si le mot commence une phrase, une citation ou un élément de liste."""
        return rang == 0 or bool(_FIN_DE_PHRASE.search(self.entre(rang)))

    def majuscule_interne(self, rang: int) -> bool:
        """Vrai si la capitale n'est pas due à la phrase."""
        return self.majuscule(rang) and not self.ouvre_une_phrase(rang)

    def colle(self, rang: int) -> bool:
        """Vrai si un espace ou un trait d'union seul sépare le mot du précédent."""
        return rang > 0 and self.entre(rang) in (" ", "-", "'", "  ")

    def mot(self, rang: int) -> Mot:
        """Le mot de ce rang."""
        return self.mots[rang]
