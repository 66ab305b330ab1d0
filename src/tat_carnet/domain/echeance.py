"""Les échéances : ce qui vient, quand le rappeler, quand c'est fait. Tout est brut."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import new_id
from tat_carnet.domain.vocabulaire import GenreEcheance


def meme_jour(jour: date, annee: int) -> date:
    """Ce jour, une autre année ; un 29 février devient le 28 quand l'année n'en a pas."""
    if jour.month == 2 and jour.day == 29 and not isleap(annee):
        return date(annee, 2, 28)
    return jour.replace(year=annee)


@dataclass(frozen=True, slots=True)
class Echeance:
    """Ce qui se prévoit. `jour` est celui de la première fois.

    `annuelle` : revient chaque année à cette date. `rappel` : jours d'avance. `repoussee_au` :
    pas de rappel avant ce jour. `faite_le` : le jour de la dernière fois réglée, au sens de
    l'échéance et non du clic. `situation_id` : la situation qu'elle concerne, s'il y en a une.
    """

    jour: date
    genre: GenreEcheance = GenreEcheance.autre
    quoi: TexteBrut = field(default_factory=TexteBrut)
    annuelle: bool = False
    rappel: int = 7
    situation_id: str | None = None
    repoussee_au: date | None = None
    faite_le: date | None = None
    id: str = field(default_factory=new_id)

    def verified(self) -> Echeance:
        """Cette échéance, ou `SaisieIncomplete` : « autre » demande quelques mots."""
        if self.genre is GenreEcheance.autre and not self.quoi:
            raise SaisieIncomplete("« Autre » demande quelques mots : dites quoi.", champ="quoi")
        return self

    def prochaine(self) -> date | None:
        """Le jour de la prochaine fois non réglée, même passé ; `None` si tout est réglé."""
        if self.faite_le is None:
            return self.jour
        if not self.annuelle:
            return None
        return meme_jour(self.jour, self.faite_le.year + 1)

    def due(self, aujourdhui: date) -> bool:
        """Vrai s'il faut la rappeler ce jour-là."""
        prochaine = self.prochaine()
        if prochaine is None or (self.repoussee_au is not None and aujourdhui < self.repoussee_au):
            return False
        return aujourdhui >= prochaine - timedelta(days=self.rappel)

    def faite(self) -> Echeance:
        """Réglée pour cette fois ; une annuelle reviendra l'an prochain."""
        return replace(self, faite_le=self.prochaine() or self.faite_le, repoussee_au=None)

    def repoussee(self, au: date) -> Echeance:
        """Sans rappel avant ce jour."""
        return replace(self, repoussee_au=au)
