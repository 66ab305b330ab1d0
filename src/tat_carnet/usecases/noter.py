"""Noter : commencer et finir une tournée, enregistrer un fait, garder ce qui est en cours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.vocabulaire import Moment
from tat_carnet.usecases.ports import Cahier


def commencer_tournee(
    cahier: Cahier, jour: date, plage: Moment, secteur: str, binome: TexteBrut
) -> Tournee:
    """Ouvre une tournée ; celle qui serait restée ouverte est terminée."""
    laissee = cahier.open_tournee()
    tournee = Tournee(jour, plage, secteur.strip(), binome).verified()
    if laissee is not None:
        cahier.save_tournee(replace(laissee, terminee=True))
    cahier.save_tournee(tournee)
    return tournee


def rien_a_signaler(
    cahier: Cahier, jour: date, plage: Moment, secteur: str, binome: TexteBrut
) -> Tournee:
    """Écrit une tournée sans fait : l'effort compte autant que ce qu'on trouve."""
    tournee = Tournee(jour, plage, secteur.strip(), binome, ras=True, terminee=True).verified()
    cahier.save_tournee(tournee)
    return tournee


def terminer_tournee(cahier: Cahier, tournee: Tournee, note: TexteBrut) -> None:
    """Referme une tournée, avec un mot au besoin."""
    cahier.save_tournee(replace(tournee, note=note or tournee.note, terminee=True))


def noter_fait(cahier: Cahier, fait: Fait) -> Fait:
    """Écrit un fait complet et oublie le brouillon.

    Un texte brut changé annule sa relecture : la formulation d'avant ne dirait plus la même chose.
    """
    fait = fait.verified()
    try:
        avant = cahier.fait(fait.id)
    except KeyError:
        avant = fait
    if avant.texte_brut != fait.texte_brut:
        fait = replace(fait, formulation="", relu_le=None)
    cahier.save_fait(fait)
    cahier.clear_brouillon()
    return fait


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
