"""Une alerte suivie d'un texte à l'autre : ce qu'on montre tant qu'elle attend, ce qu'on garde."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tat_carnet.anonymisation.alertes import Alerte, Origine, est_bloquante
from tat_carnet.anonymisation.recriture import Morceau
from tat_carnet.anonymisation.reperes import Niveau, Repere


@dataclass(frozen=True, slots=True)
class Suivi:
    """Une alerte, ce qu'on montre tant qu'elle attend, et ce qu'on écrit si elle est gardée.

    `source` : le rang du morceau de la proposition d'où elle vient, si elle vient du brut.
    `tranchee` : vrai si une personne a demandé d'elle-même que le terme ne sorte pas.
    """

    alerte: Alerte
    montre: str
    garde: str
    source: int | None = None
    tranchee: bool = False

    @property
    def est_sur(self) -> bool:
        """Vrai d'un terme dont rien ne faisait douter, ou dont une personne a dit : qu'il parte.

        « signé », « collégiens » : qui récrit toute la phrase n'en a rien décidé.
        """
        return not self.alerte.douteuse or self.tranchee


def suivre(texte: str, rang: int, morceau: Morceau, origine: Origine, source: int | None) -> Suivi:
    """Ce qui est tapé n'est pas récrit sous les doigts : la proposition attend d'être acceptée."""
    repere = morceau.repere
    fin = min(repere.fin, morceau.fin_brut)
    alerte = Alerte(
        rang=rang,
        categorie=repere.categorie,
        bloquante=est_bloquante(repere),
        terme=texte[repere.debut : fin],
        debut=repere.debut,
        fin=fin,
        proposition=morceau.remplacement,
        origine=origine,
        douteuse=repere.niveau is Niveau.verifier,
    )
    garde = texte[morceau.debut_brut : morceau.fin_brut]
    recrit = origine is not Origine.saisie and repere.niveau is Niveau.masquer
    return Suivi(alerte, morceau.remplacement if recrit else garde, garde, source)


def hors(repere: Repere, confiance: Sequence[tuple[int, int]]) -> Iterator[Repere]:
    """Ce que le repère couvre hors des passages de confiance."""
    debut = repere.debut
    for gauche, droite in confiance:
        if droite <= debut or gauche >= repere.fin:
            continue
        if debut < gauche:
            yield repere._replace(debut=debut, fin=gauche)
        debut = droite
    if debut < repere.fin:
        yield repere._replace(debut=debut)


def borne(morceau: Morceau, confiance: Sequence[tuple[int, int]]) -> Morceau:
    """Le morceau réduit à son repère si l'accord devait mordre sur un passage de confiance."""
    mord = any(g < morceau.fin_brut and d > morceau.debut_brut for g, d in confiance)
    if not mord:
        return morceau
    return replace(morceau, debut_brut=morceau.repere.debut, fin_brut=morceau.repere.fin)
