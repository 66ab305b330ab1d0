"""Noter : commencer et finir une tournée, enregistrer un fait, garder ce qui est en cours."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.usecases.ports import Cahier


def commencer_tournee(cahier: Cahier, tournee: Tournee, maintenant: datetime) -> Tournee:
    """Ouvre une tournée ; celle qui serait restée ouverte est terminée.

    `SaisieIncomplete` si le secteur manque, si elle est à venir ou en recouvre une autre.
    """
    laissee = cahier.open_tournee()
    tournee = _verifiee(cahier, tournee, maintenant)
    if laissee is not None:
        cahier.save_tournee(replace(laissee, terminee=True))
    cahier.save_tournee(tournee)
    return tournee


def rien_a_signaler(cahier: Cahier, tournee: Tournee, maintenant: datetime) -> Tournee:
    """Écrit une tournée sans fait : l'effort compte autant que ce qu'on trouve. Mêmes refus."""
    tournee = _verifiee(cahier, replace(tournee, ras=True, terminee=True), maintenant)
    cahier.save_tournee(tournee)
    return tournee


def terminer_tournee(cahier: Cahier, tournee: Tournee, note: TexteBrut) -> None:
    """Referme une tournée, avec un mot au besoin."""
    cahier.save_tournee(replace(tournee, note=note or tournee.note, terminee=True))


def _verifiee(cahier: Cahier, tournee: Tournee, maintenant: datetime) -> Tournee:
    """La tournée, si elle se peut ; ses voisines de la veille et du lendemain comptent."""
    tournee = replace(tournee, secteur=tournee.secteur.strip()).verified()
    if tournee.jour > maintenant.date():
        raise SaisieIncomplete(
            "Cette tournée est dans l’avenir : corrigez le jour. Rien n’a été écrit.", champ="jour"
        )
    jour = timedelta(days=1)
    for autre in cahier.tournees_entre(tournee.jour - jour, tournee.jour + jour):
        if autre.id != tournee.id and tournee.chevauche(autre):
            debut, fin = (f"{heure:%H h %M}" for heure in (autre.debut, autre.fin))
            raise SaisieIncomplete(
                f"Une autre tournée est déjà notée de {debut} à {fin}, {autre.secteur}. "
                "Rien n’a été écrit : corrigez les heures, ou retirez-les.",
                champ="debut",
            )
    return tournee


def noter_fait(cahier: Cahier, fait: Fait, maintenant: datetime) -> Fait:
    """Écrit un fait complet et oublie son brouillon, pas celui d'un autre.

    Un texte brut changé annule sa relecture : la formulation d'avant ne dirait plus la même chose.
    `SaisieIncomplete` s'il manque un champ, si l'instant est à venir ou d'avant la tournée, ou si
    le degré d'un fait déjà écrit change : cela demande un motif (`attester.changer_degre`).
    """
    fait = fait.verified_at(maintenant, _tournee_de(cahier, fait))
    try:
        avant = cahier.fait(fait.id)
    except KeyError:
        avant = fait
    if avant.attestation is not fait.attestation:
        raise SaisieIncomplete(
            "Le degré d’un fait déjà noté se change dans le cahier, avec un motif.",
            champ="attestation",
        )
    if avant.texte_brut != fait.texte_brut:
        fait = fait.a_relire()
    cahier.save_fait(fait)
    cahier.clear_brouillon(fait.id)
    return fait


def _tournee_de(cahier: Cahier, fait: Fait) -> Tournee | None:
    return cahier.tournee(fait.tournee_id) if fait.tournee_id else None


def ajouter_site(cahier: Cahier, site: Site) -> Site:
    """Écrit un lieu nouveau ; un lieu de même nom public dans le même secteur est repris."""
    site = site.verified()
    for connu in cahier.sites():
        if (connu.libelle_public.casefold(), connu.secteur.casefold()) == (
            site.libelle_public.strip().casefold(),
            site.secteur.strip().casefold(),
        ):
            return connu
    site = replace(site, libelle_public=site.libelle_public.strip(), secteur=site.secteur.strip())
    cahier.save_site(site)
    return site
