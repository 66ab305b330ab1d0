"""Préparer un courrier : les faits qu'un modèle appelle, et le brouillon qu'on en tire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.documents.courriers import load_modele, modeles
from tat_carnet.domain.competence import Proposition
from tat_carnet.domain.courrier import Courrier, Demande, refus_de_citer
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.usecases.annuaire.tenir import TOUTES
from tat_carnet.usecases.courriers.adresser import adresser
from tat_carnet.usecases.ports import Cahier

JOURS: Final = 60
"""Une alerte parle du présent : d'ordinaire, les faits plus vieux ne sont pas proposés."""

FAITS_AU_PLUS: Final = 200
CITES_AU_PLUS: Final = 8
"""Plus de faits ne tiennent pas en une page."""


@dataclass(frozen=True, slots=True)
class FaitProposable:
    """Un fait du modèle ; `refus` dit pourquoi il n'entre pas, vide s'il entre."""

    fait: Fait
    site: Site
    refus: str


@dataclass(frozen=True, slots=True)
class Choix:
    """Ce que le modèle propose : des faits, des destinataires, l'annuaire, et l'effort.

    `tournees` : celles de la période. `cites` : les faits du brouillon repris, proposés même s'ils
    sont plus vieux.
    """

    faits: Sequence[FaitProposable]
    propositions: Sequence[Proposition]
    annuaire: Sequence[Partenaire]
    tournees: Sequence[Tournee]
    cites: Sequence[str] = ()

    @property
    def citables(self) -> Sequence[FaitProposable]:
        """Ceux qui entrent dans une lettre."""
        return [proposable for proposable in self.faits if not proposable.refus]

    @property
    def lieux(self) -> Sequence[tuple[Site, int]]:
        """Les lieux des faits citables et leur nombre, le plus fourni d'abord."""
        comptes = Counter(proposable.site.id for proposable in self.citables)
        sites = {proposable.site.id: proposable.site for proposable in self.citables}
        return [(sites[site_id], combien) for site_id, combien in comptes.most_common()]

    def effort(self, secteurs: Iterable[str], du: date | None = None) -> int:
        """Combien de tournées de ces secteurs, dans la période ou depuis le jour `du`."""
        voulus = set(secteurs)
        return sum(t.secteur in voulus and (du is None or t.jour >= du) for t in self.tournees)


def noms_des_modeles() -> dict[str, str]:
    """Clé → nom affiché de chaque modèle, dans l'ordre de la liste."""
    return {modele.cle: modele.textes.nom for modele in modeles()}


def proposer_faits(
    cahier: Cahier, cle: str, jour: date, jours: int = JOURS, cites: Sequence[str] = ()
) -> Choix:
    """Les faits des familles du modèle, le plus récent d'abord ; ceux qui n'entrent pas, à la fin.

    `jours` : jusqu'où remonter. `cites` : des faits à proposer quoi qu'il en soit. Les
    destinataires proposés sont ceux que les faits citables et leurs lieux appellent.
    """
    modele = load_modele(cle)
    sites = {site.id: site for site in cahier.sites()}
    du = jour - timedelta(days=jours)
    lus = [
        fait
        for famille in modele.familles
        for fait in cahier.faits(Filtre(famille=famille, du=du, au=jour), FAITS_AU_PLUS)
    ]
    connus = {fait.id for fait in lus}
    for fait_id in cites:
        if fait_id not in connus:
            with suppress(KeyError):
                lus.append(cahier.fait(fait_id))
    lus.sort(key=lambda fait: fait.instant, reverse=True)
    proposables = [
        FaitProposable(fait, sites[fait.site_id], refus_de_citer(fait, sites[fait.site_id]) or "")
        for fait in lus
        if fait.site_id is not None
    ]
    proposables.sort(key=lambda proposable: bool(proposable.refus))
    annuaire = cahier.partenaires(FiltreAnnuaire(), TOUTES)
    citables = [(p.fait, p.site) for p in proposables if not p.refus]
    return Choix(
        proposables,
        adresser(modele, citables, annuaire, jour),
        annuaire,
        cahier.tournees_entre(du, jour),
        tuple(cites),
    )


def readresser(choix: Choix, cle: str, coches: Sequence[str], jour: date) -> Sequence[Proposition]:
    """À qui s'adresser pour ces faits-là ; pour tous ceux du modèle si rien n'est coché."""
    voulus = [p for p in choix.citables if p.fait.id in coches] or choix.citables
    cites = [(proposable.fait, proposable.site) for proposable in voulus]
    return adresser(load_modele(cle), cites, choix.annuaire, jour)


def ebaucher(
    choix: Choix, cle: str, maintenant: datetime, faits: Sequence[str], destinataire_id: str | None
) -> Courrier:
    """Un brouillon prêt à relire : l'objet, les demandes datées, la disponibilité du modèle.

    L'objet n'y nomme aucun lieu : la lettre y mettra ceux de son corps, une fois relus.
    """
    modele = load_modele(cle)
    textes = modele.textes
    coches = [p for p in choix.faits if p.fait.id in faits]
    jour = maintenant.date()
    return Courrier(
        modele=cle,
        destinataire_id=destinataire_id,
        copies=tuple(p.id for p in choix.annuaire if p.type in modele.copies)[:2],
        faits=tuple(p.fait.id for p in reversed(coches)),
        objet=textes.objet,
        demandes=tuple(
            Demande(texte, jour + timedelta(days=jours)) for jours, texte in textes.demandes
        ),
        disponibilite=textes.disponibilite,
        cree_le=maintenant,
    )
