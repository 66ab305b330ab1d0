"""Tenir les lieux : corriger, réunir deux doublons, renommer un secteur, poser une épingle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tat_carnet.domain.comptes import ComptesSite, mois_precedents
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.frise import Frise
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.usecases.ports import Cahier

MOIS_MONTRES: Final = 12
DERNIERS: Final = 5


@dataclass(frozen=True, slots=True)
class MemoireSite:
    """Ce que le cahier sait d'un lieu."""

    site: Site
    comptes: ComptesSite
    derniers: Sequence[Fait]
    frise: Frise
    plan: PlanSecteur | None


@dataclass(frozen=True, slots=True)
class Fusion:
    """Deux lieux réunis : de quoi revenir en arrière."""

    garde: Site
    avant: Site
    double: Site
    faits: Sequence[str]


def memoire(cahier: Cahier, site: Site, jour: date) -> MemoireSite:
    """Douze mois de comptes et de frise, les derniers faits, le plan du secteur."""
    mois = mois_precedents(jour, MOIS_MONTRES)
    return MemoireSite(
        site,
        cahier.comptes_site(site.id, mois),
        cahier.faits(Filtre(site_id=site.id), DERNIERS),
        cahier.frise(site.id, mois[0], jour),
        cahier.plan(site.secteur),
    )


def enregistrer_site(cahier: Cahier, site: Site) -> Site:
    """Écrit un lieu, nouveau ou corrigé ; `SaisieIncomplete` si un autre porte déjà ce nom.

    Un lieu qui change de secteur quitte le plan où il était épinglé.
    """
    site = site.verified()
    site = replace(site, libelle_public=site.libelle_public.strip(), secteur=site.secteur.strip())
    for connu in cahier.sites():
        if connu.id == site.id:
            if connu.secteur != site.secteur:
                site = replace(site, position_plan=None)
        elif _memes_noms(connu, site):
            raise SaisieIncomplete(
                "Un lieu de ce secteur porte déjà ce nom. Si c’est le même, réunissez-les.",
                champ="libelle_public",
            )
    cahier.save_site(site)
    return site


def fusionner_sites(cahier: Cahier, garde: Site, double: Site) -> Fusion:
    """Ne fait qu'un lieu de deux doublons : les faits suivent, le premier garde son nom.

    Il reçoit du second ce qui lui manquait.
    """
    faits = cahier.merge_sites(garde.id, double.id)
    complete = replace(
        garde,
        nom_usage=garde.nom_usage or double.nom_usage,
        ilot=garde.ilot or double.ilot,
        logements_approx=garde.logements_approx or double.logements_approx,
        bailleur_id=garde.bailleur_id or double.bailleur_id,
        position_plan=garde.position_plan
        or (double.position_plan if garde.secteur == double.secteur else None),
    )
    cahier.save_site(complete)
    return Fusion(complete, garde, double, faits)


def separer_sites(cahier: Cahier, fusion: Fusion) -> None:
    """Défait une fusion : le doublon revient, avec ses faits."""
    cahier.save_site(fusion.double)
    cahier.move_faits(fusion.faits, fusion.double.id)
    cahier.save_site(fusion.avant)


def renommer_secteur(cahier: Cahier, ancien: str, nouveau: str) -> str:
    """Renomme un secteur partout ; `SaisieIncomplete` si le nom manque. Rend le nom écrit."""
    nouveau = nouveau.strip()
    if not nouveau:
        raise SaisieIncomplete("Donnez un nom au secteur.", champ="secteur")
    cahier.rename_secteur(ancien, nouveau)
    return nouveau


def epingler(cahier: Cahier, site: Site, position: Position | None) -> Site:
    """Pose l'épingle d'un lieu sur le plan de son secteur, ou la retire."""
    place = replace(site, position_plan=position.bornee() if position else None)
    cahier.save_site(place)
    return place


def _memes_noms(un: Site, autre: Site) -> bool:
    return (un.libelle_public.casefold(), un.secteur.casefold()) == (
        autre.libelle_public.casefold(),
        autre.secteur.casefold(),
    )


def tournees_du_secteur(cahier: Cahier, secteur: str, jour: date) -> int:
    """Combien de tournées sur les douze derniers mois."""
    return cahier.effort(mois_precedents(jour, MOIS_MONTRES)[0], jour, secteur).tournees
