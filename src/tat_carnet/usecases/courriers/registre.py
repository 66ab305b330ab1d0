"""Le registre : ce qu'un courrier devient, ce qui est dû, ce qu'on en a obtenu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.domain.barometre import Delai, barometre
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import (
    Courrier,
    Demande,
    Reponse,
    refus_de_citer,
)
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import new_id
from tat_carnet.domain.partenaire import FiltreAnnuaire
from tat_carnet.domain.vocabulaire import StatutCourrier
from tat_carnet.usecases.annuaire.tenir import TOUTES
from tat_carnet.usecases.courriers.aiguillage import HORS_OUTIL
from tat_carnet.usecases.ports import Cahier

_S: Final = StatutCourrier
_DELAI_RELANCE: Final = timedelta(days=10)
_DEPART: Final = {_S.brouillon: (_S.relu, _S.valide), _S.relu: (_S.valide,), _S.valide: ()}


@dataclass(frozen=True, slots=True)
class Registre:
    """Le registre tel qu'il se montre ; `noms` : identifiant de structure → son nom."""

    courriers: Sequence[Courrier]
    noms: dict[str, str]
    delais: Sequence[Delai]
    dus: Sequence[Courrier]


def lire_registre(cahier: Cahier, jour: date) -> Registre:
    """Tous les courriers, les délais par destinataire, et ce qui attend une relance."""
    courriers = cahier.courriers()
    noms = {fiche.id: fiche.nom for fiche in cahier.partenaires(FiltreAnnuaire(), TOUTES)}
    dus = [courrier for courrier in courriers if courrier.a_relancer(jour)]
    ecrits = [courrier for courrier in courriers if courrier.modele != HORS_OUTIL]
    return Registre(courriers, noms, barometre(ecrits, noms), dus)


def avancer(
    cahier: Cahier, courrier_id: str, statut: StatutCourrier, maintenant: datetime
) -> Courrier:
    """Fait passer un courrier à ce statut ; `ErreurConnue` si l'on n'y va pas d'ici."""
    courrier = cahier.courrier(courrier_id).passer(statut, maintenant)
    cahier.save_courrier(courrier)
    return courrier


def sorti(cahier: Cahier, courrier_id: str, maintenant: datetime) -> Courrier:
    """Le courrier dont le fichier vient d'être écrit et contre-lu : il est validé.

    Une relance écrite marque le courrier qu'elle relance.
    """
    courrier = cahier.courrier(courrier_id)
    for statut in _DEPART.get(courrier.statut, ()):
        courrier = courrier.passer(statut, maintenant)
    cahier.save_courrier(courrier)
    if courrier.relance_de is not None:
        premier = cahier.courrier(courrier.relance_de)
        if premier.a_relancer(maintenant.date()):
            cahier.save_courrier(premier.passer(_S.relance, maintenant))
    return courrier


def enregistrer(cahier: Cahier, courrier: Courrier, maintenant: datetime) -> Courrier:
    """Écrit un courrier préparé ; relu ou validé, il redevient brouillon s'il a changé."""
    try:
        connu = cahier.courrier(courrier.id)
    except KeyError:
        cahier.save_courrier(courrier)
        return courrier
    champs = {
        nom: getattr(courrier, nom)
        for nom in (
            "destinataire_id", "copies", "faits", "objet", "effets", "demandes", "disponibilite",
            "pieces", "modele",
        )
    }  # fmt: skip
    if all(getattr(connu, nom) == valeur for nom, valeur in champs.items()):
        return connu
    change = connu.modifie(maintenant, **champs)
    cahier.save_courrier(change)
    return change


def repondre(
    cahier: Cahier, courrier_id: str, le: date, texte: TexteBrut, maintenant: datetime
) -> Courrier:
    """Inscrit la réponse, reçue le jour `le` ; `SaisieIncomplete` si elle précède l'envoi."""
    courrier = cahier.courrier(courrier_id)
    envoye = courrier.le(_S.envoye)
    if envoye is not None and le < envoye.date():
        raise SaisieIncomplete("Cette réponse serait arrivée avant l’envoi.", champ="le")
    if courrier.statut is not _S.recu:
        courrier = courrier.passer(_S.recu, maintenant)
    repondu = replace(courrier.passer(_S.repondu, maintenant), reponse=Reponse(le, texte))
    cahier.save_courrier(repondu)
    return repondu


def preparer_relances(cahier: Cahier, maintenant: datetime) -> list[Courrier]:
    """Écrit, pour chaque échéance passée, le brouillon de sa relance, s'il n'y en a pas déjà un.

    La relance reprend les faits encore citables et les demandes, datées de nouveau ; elle repasse
    par la relecture comme toute lettre.
    """
    courriers = cahier.courriers()
    ouvertes = {c.relance_de for c in courriers if c.statut in (_S.brouillon, _S.relu, _S.valide)}
    sites = {site.id: site for site in cahier.sites()}
    relances = []
    for courrier in courriers:
        if not courrier.a_relancer(maintenant.date()) or courrier.id in ouvertes:
            continue
        citables = []
        for fait_id in courrier.faits:
            try:
                fait = cahier.fait(fait_id)
            except KeyError:
                continue
            if refus_de_citer(fait, sites[fait.site_id or ""]) is None:
                citables.append(fait_id)
        relance = _relance(courrier, tuple(citables), maintenant)
        cahier.save_courrier(relance)
        relances.append(relance)
    return relances


def _relance(courrier: Courrier, faits: tuple[str, ...], maintenant: datetime) -> Courrier:
    # Ici, et non en tête : un quart de seconde, et dix mégaoctets, la première fois.
    from tat_carnet.usecases.calendrier import jour_ouvre

    pour_le = jour_ouvre(maintenant.date() + _DELAI_RELANCE)
    return Courrier(
        modele=courrier.modele,
        destinataire_id=courrier.destinataire_id,
        copies=courrier.copies,
        faits=faits,
        objet=f"Relance de notre courrier {courrier.reference} : {courrier.objet}",
        effets=courrier.effets,
        demandes=tuple(Demande(demande.texte, pour_le) for demande in courrier.demandes),
        disponibilite=courrier.disponibilite,
        pieces=(f"Notre courrier {courrier.reference}",),
        cree_le=maintenant,
        relance_de=courrier.id,
        id=new_id(),
    )
