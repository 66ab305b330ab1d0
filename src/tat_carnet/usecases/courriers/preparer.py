"""Préparer un courrier : les faits qu'un modèle appelle, à qui il s'adresse, ce qu'il demande."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.documents.courriers import load_modele, modeles
from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.domain.competence import PROPOSES, Proposition, proposer_destinataires
from tat_carnet.domain.courrier import Courrier, Demande, refus_de_citer
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.vocabulaire import TypeFait
from tat_carnet.usecases.annuaire.tenir import TOUTES
from tat_carnet.usecases.ports import Cahier

PERIODE: Final = timedelta(days=60)
"""Une alerte parle du présent : au-delà, les faits ne sont plus proposés."""

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
    """Ce que le modèle propose : des faits, des destinataires, et l'annuaire entier."""

    faits: Sequence[FaitProposable]
    propositions: Sequence[Proposition]
    annuaire: Sequence[Partenaire]
    tournees: int


def noms_des_modeles() -> dict[str, str]:
    """Clé → nom affiché de chaque modèle, dans l'ordre de la liste."""
    return {modele.cle: modele.textes.nom for modele in modeles()}


def proposer_faits(cahier: Cahier, cle: str, jour: date) -> Choix:
    """Les faits des familles du modèle, le plus récent d'abord ; ceux qui n'entrent pas, à la fin.

    Les destinataires proposés sont ceux que les faits citables et leurs lieux appellent.
    """
    modele = load_modele(cle)
    sites = {site.id: site for site in cahier.sites()}
    du = jour - PERIODE
    lus = [
        fait
        for famille in modele.familles
        for fait in cahier.faits(Filtre(famille=famille, du=du, au=jour), FAITS_AU_PLUS)
    ]
    lus.sort(key=lambda fait: fait.instant, reverse=True)
    proposables = [
        FaitProposable(fait, sites[fait.site_id], refus_de_citer(fait, sites[fait.site_id]) or "")
        for fait in lus
        if fait.site_id is not None
    ]
    proposables.sort(key=lambda proposable: bool(proposable.refus))
    annuaire = cahier.partenaires(FiltreAnnuaire(), TOUTES)
    return Choix(
        proposables,
        proposer_pour(modele, proposables, annuaire, jour),
        annuaire,
        cahier.effort(du, jour).tournees,
    )


def proposer_pour(
    modele: Modele,
    proposables: Sequence[FaitProposable],
    annuaire: Sequence[Partenaire],
    jour: date,
) -> Sequence[Proposition]:
    """Trois structures, de celles à qui ce modèle s'adresse, pour le type et le lieu dominants.

    Le bailleur des lieux cités, s'il en est, vient le premier.
    """
    citables = [p for p in proposables if not p.refus]
    possibles = [p for p in annuaire if p.type in modele.destinataires]
    if not citables:
        return proposer_destinataires(possibles, TypeFait.autre, (), jour)
    type_fait = Counter(p.fait.type for p in citables if p.fait.type).most_common(1)[0][0]
    lieux = {nom for p in citables for nom in (p.site.libelle_public, p.site.ilot, p.site.secteur)}
    trouves = proposer_destinataires(possibles, type_fait, sorted(lieux), jour)
    loges = Counter(p.site.bailleur_id for p in citables)
    siens = sorted((p for p in possibles if p.id in loges), key=lambda p: -loges[p.id])
    propres = [Proposition(p, "bailleur d’un lieu de ces faits") for p in siens]
    autres = [proposition for proposition in trouves if proposition.partenaire not in siens]
    premiers = (propres + autres)[:PROPOSES]
    return premiers or [Proposition(p, "le modèle s’adresse à lui") for p in possibles[:PROPOSES]]


def ebaucher(
    choix: Choix, cle: str, maintenant: datetime, faits: Sequence[str], destinataire_id: str | None
) -> Courrier:
    """Un brouillon prêt à relire : l'objet, les demandes datées, la disponibilité du modèle."""
    modele = load_modele(cle)
    textes = modele.textes
    coches = [p for p in choix.faits if p.fait.id in faits]
    lieux = dict.fromkeys(p.site.libelle_exportable for p in coches)
    jour = maintenant.date()
    return Courrier(
        modele=cle,
        destinataire_id=destinataire_id,
        copies=tuple(p.id for p in choix.annuaire if p.type in modele.copies)[:2],
        faits=tuple(p.fait.id for p in reversed(coches)),
        objet=_objet(textes.objet, list(lieux)),
        demandes=tuple(
            Demande(texte, jour + timedelta(days=jours)) for jours, texte in textes.demandes
        ),
        disponibilite=textes.disponibilite,
        cree_le=maintenant,
    )


def _objet(objet: str, lieux: Sequence[str]) -> str:
    nommes = lieux[0] if len(lieux) == 1 else ""
    if len(lieux) == 2:
        nommes = ", ".join(lieux)
    return objet.format(lieux=nommes).rstrip(", ") if nommes else objet.partition(", {")[0]
