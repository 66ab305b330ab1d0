"""Tenir l'annuaire : écrire une fiche, noter un échange, fusionner deux fiches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tat_carnet.domain.competence import Proposition, proposer_destinataires
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Site
from tat_carnet.domain.partenaire import (
    Echange,
    FiltreAnnuaire,
    Partenaire,
    empreinte,
    fusionner,
)
from tat_carnet.domain.vocabulaire import TypeFait, TypePartenaire
from tat_carnet.usecases.annuaire.personnes import Soupcon, soupcons
from tat_carnet.usecases.ports import Cahier

TOUTES = 100_000
"""Plus que ce qu'un annuaire compte : le lire entier."""
_BAILLEURS = (TypePartenaire.bailleur, TypePartenaire.syndic)


class PersonneNommee(ErreurConnue):
    """Une fiche semble nommer une personne ; `soupcon` est le premier mot à reprendre."""

    def __init__(self, soupcon: Soupcon) -> None:
        super().__init__(soupcon.phrase)
        self.soupcon = soupcon


@dataclass(frozen=True, slots=True)
class Enregistree:
    """Une fiche écrite, et celle dont elle semble le double, s'il y en a une."""

    partenaire: Partenaire
    double: Partenaire | None = None


def enregistrer(cahier: Cahier, partenaire: Partenaire) -> Enregistree:
    """Écrit une fiche ; `PersonneNommee` tant qu'un mot y désigne quelqu'un, un à la fois."""
    partenaire = partenaire.verified()
    for soupcon in soupcons(partenaire, cahier.termes_masquage()):
        raise PersonneNommee(soupcon)
    cahier.save_partenaires([partenaire])
    return Enregistree(partenaire, _double(cahier, partenaire))


def confirmer(partenaire: Partenaire, soupcon: Soupcon) -> Partenaire:
    """La fiche, dont une personne a dit que ce mot ne nomme personne."""
    return replace(partenaire, confirmes=(*partenaire.confirmes, soupcon.terme))


def verifier(cahier: Cahier, partenaire: Partenaire, jour: date) -> Partenaire:
    """La fiche, dite vérifiée aujourd'hui."""
    verifiee = replace(partenaire, verifie_le=jour)
    cahier.save_partenaires([verifiee])
    return verifiee


def noter_echange(cahier: Cahier, echange: Echange) -> Echange:
    """Écrit un échange."""
    cahier.save_echange(echange)
    return echange


def fusionner_fiches(cahier: Cahier, gardee: Partenaire, autre: Partenaire) -> Partenaire:
    """Une seule fiche pour deux : la première, complétée par la seconde, qui s'efface."""
    fiche = fusionner(gardee, autre)
    cahier.merge_partenaires(fiche, autre.id)
    return fiche


def bailleurs(cahier: Cahier) -> list[Partenaire]:
    """Bailleurs et syndics, et toute structure déjà dite bailleur d'un lieu ; par nom."""
    dits = {site.bailleur_id for site in cahier.sites()}
    fiches = cahier.partenaires(FiltreAnnuaire(), TOUTES)
    return [fiche for fiche in fiches if fiche.type in _BAILLEURS or fiche.id in dits]


@dataclass(frozen=True, slots=True)
class Retiree:
    """Une fiche retirée, et ce qui s'y rattachait : de quoi se raviser."""

    partenaire: Partenaire
    echanges: Sequence[Echange]
    lieux: Sequence[Site]


def retirer(cahier: Cahier, partenaire: Partenaire) -> Retiree:
    """Efface une fiche et ses échanges ; `ErreurConnue` si un courrier du registre la nomme."""
    retiree = Retiree(
        partenaire,
        cahier.echanges(partenaire.id),
        [site for site in cahier.sites() if site.bailleur_id == partenaire.id],
    )
    if not cahier.delete_partenaire(partenaire.id):
        raise ErreurConnue(
            "Un courrier du registre s’adresse à cette structure : sa fiche reste. "
            "Fusionnez-la avec une autre, ou corrigez-la."
        )
    return retiree


def reprendre(cahier: Cahier, retiree: Retiree) -> Partenaire:
    """Remet une fiche retirée, ses échanges, et les lieux dont elle était le bailleur."""
    cahier.save_partenaires([retiree.partenaire])
    for echange in retiree.echanges:
        cahier.save_echange(echange)
    for site in retiree.lieux:
        cahier.save_site(site)
    return retiree.partenaire


def doubles(cahier: Cahier) -> list[tuple[Partenaire, Partenaire]]:
    """Les paires de fiches de même structure et de même fonction, à fusionner ou à laisser."""
    vues: dict[tuple[str, str], Partenaire] = {}
    paires = []
    for partenaire in cahier.partenaires(FiltreAnnuaire(), TOUTES):
        cle = empreinte(partenaire)
        if cle in vues:
            paires.append((vues[cle], partenaire))
        else:
            vues[cle] = partenaire
    return paires


def proposer(cahier: Cahier, type_fait: TypeFait, site: Site, jour: date) -> Sequence[Proposition]:
    """Trois destinataires pour un type de fait à un lieu, et pourquoi."""
    lieux = (site.libelle_public, site.ilot, site.secteur)
    annuaire = cahier.partenaires(FiltreAnnuaire(), TOUTES)
    return proposer_destinataires(annuaire, type_fait, lieux, jour)


def _double(cahier: Cahier, partenaire: Partenaire) -> Partenaire | None:
    cle = empreinte(partenaire)
    for autre in cahier.partenaires(FiltreAnnuaire(texte=partenaire.nom), TOUTES):
        if autre.id != partenaire.id and empreinte(autre) == cle:
            return autre
    return None
