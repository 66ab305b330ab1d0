"""Une réunion de veille : qui était là (des structures), ce qui s'est dit, ce qui s'est décidé.

Tout ce qui se tape ici est brut tant que le sas ne l'a pas relu ; ce qui en sort est un
`domain.relu.CompteRendu`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import new_id
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import EtatDecision, NiveauDecision

RAPPEL: Final = timedelta(days=7)
"""Combien de temps avant son échéance une décision se rappelle, et une réunion se prépare."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Quoi, quelle structure, pour quand, à quel niveau ; et ce qu'elle est devenue.

    `structure` est une structure ou une fonction, jamais une personne ; vide si elle reste à
    préciser. `suite` dit en quelques mots où l'on en est ; `etat_le`, depuis quel jour.
    """

    quoi: TexteBrut
    structure: TexteBrut = field(default_factory=TexteBrut)
    echeance: date | None = None
    niveau: NiveauDecision = NiveauDecision.terrain
    etat: EtatDecision = EtatDecision.a_suivre
    etat_le: date | None = None
    suite: TexteBrut = field(default_factory=TexteBrut)
    id: str = field(default_factory=new_id)

    def devenue(self, etat: EtatDecision, le: date) -> Decision:
        """Cette décision dans cet état ; le jour ne change que si l'état change."""
        depuis = self.etat_le if etat is self.etat else le
        return replace(self, etat=etat, etat_le=None if etat is EtatDecision.a_suivre else depuis)

    def due(self, aujourdhui: date) -> bool:
        """Vrai si elle attend encore et que son échéance vient, ou qu'elle est passée."""
        return (
            self.etat is EtatDecision.a_suivre
            and self.echeance is not None
            and aujourdhui >= self.echeance - RAPPEL
        )


@dataclass(frozen=True, slots=True)
class Reunion:
    """Une réunion d'une instance. `structures` : une ligne par structure ou fonction présente.

    `ordre_du_jour`, `questions` et `alertes` se lisent une par ligne ; `echanges`, les notes de
    séance, ne sort jamais. `prochaine_le` : le jour dont on est convenu pour la suivante.
    """

    instance: str
    tenue_le: date
    lieu: str = ""
    structures: tuple[str, ...] = ()
    ordre_du_jour: TexteBrut = field(default_factory=TexteBrut)
    echanges: TexteBrut = field(default_factory=TexteBrut)
    questions: TexteBrut = field(default_factory=TexteBrut)
    alertes: TexteBrut = field(default_factory=TexteBrut)
    decisions: tuple[Decision, ...] = ()
    prochaine_le: date | None = None
    id: str = field(default_factory=new_id)

    def verified(self) -> Reunion:
        """Cette réunion, ou `SaisieIncomplete` nommant le champ à reprendre."""
        if not self.instance.strip():
            raise SaisieIncomplete("Donnez le nom de l’instance qui se réunit.", champ="instance")
        if self.prochaine_le is not None and self.prochaine_le <= self.tenue_le:
            raise SaisieIncomplete(
                "La prochaine réunion vient après celle-ci.", champ="prochaine_le"
            )
        for decision in self.decisions:
            self._verifier(decision)
        return self

    def _verifier(self, decision: Decision) -> None:
        if not decision.quoi:
            raise SaisieIncomplete("Une décision est vide : dites quoi.", champ="decisions")
        if decision.echeance is not None and decision.echeance < self.tenue_le:
            raise SaisieIncomplete(
                "L’échéance d’une décision précède la réunion qui la prend.", champ="decisions"
            )

    def meme_instance(self, autre: Reunion) -> bool:
        """Vrai si c'est la même instance, casse et accents mis à part."""
        return fold(self.instance) == fold(autre.instance)


def lignes_de(texte: TexteBrut) -> tuple[str, ...]:
    """Les lignes écrites d'un texte, sans les vides."""
    return tuple(ligne.strip() for ligne in texte.lire().splitlines() if ligne.strip())


def precedente(reunion: Reunion, toutes: Iterable[Reunion]) -> Reunion | None:
    """La réunion d'avant, de la même instance ; rien si c'est la première."""
    return next(reversed(_d_avant(reunion, toutes)), None)


def a_rappeler(reunion: Reunion, toutes: Iterable[Reunion]) -> list[tuple[Reunion, Decision]]:
    """Les décisions dont cette réunion rend compte, chacune avec la réunion qui l'a prise.

    Toutes celles de la réunion d'avant, et de plus anciennes celles qui attendaient encore ce
    jour-là. La plus ancienne d'abord.
    """
    avant = _d_avant(reunion, toutes)
    if not avant:
        return []
    derniere = avant[-1]
    return [
        (ancienne, decision)
        for ancienne in avant
        for decision in ancienne.decisions
        if ancienne is derniere or _attendait(decision, derniere.tenue_le)
    ]


def _d_avant(reunion: Reunion, toutes: Iterable[Reunion]) -> list[Reunion]:
    """Les réunions d'avant, de la même instance, la plus ancienne d'abord."""
    avant = [r for r in toutes if r.meme_instance(reunion) and r.tenue_le < reunion.tenue_le]
    return sorted(avant, key=lambda r: r.tenue_le)


def _attendait(decision: Decision, depuis: date) -> bool:
    """Vrai d'une décision encore à suivre, ou close depuis ce jour."""
    close = decision.etat is not EtatDecision.a_suivre
    return not close or (decision.etat_le is not None and decision.etat_le > depuis)
