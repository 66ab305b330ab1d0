"""Une alerte suivie d'un texte à l'autre : ce qu'on montre tant qu'elle attend, ce qu'on garde."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tat_carnet.anonymisation.alertes import Alerte, Origine, StatutAlerte, est_bloquante
from tat_carnet.anonymisation.recriture import Morceau
from tat_carnet.anonymisation.reperes import Niveau


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

    def au_rang(self, rang: int) -> Suivi:
        """La même, à ce rang."""
        if self.alerte.rang == rang:
            return self
        return replace(self, alerte=replace(self.alerte, rang=rang))


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


def a_jour(suivi: Suivi, ou: tuple[int, int] | None) -> Alerte:
    """L'alerte, ses indices suivant le texte courant (`ou`) si elle est née d'une frappe."""
    alerte = suivi.alerte
    if alerte.origine is not Origine.saisie or ou is None:
        return alerte
    debut, fin = ou
    if alerte.statut in (StatutAlerte.en_attente, StatutAlerte.gardee):
        debut += suivi.garde.index(alerte.terme)
        fin = debut + len(alerte.terme)
    return replace(alerte, debut=debut, fin=fin)
