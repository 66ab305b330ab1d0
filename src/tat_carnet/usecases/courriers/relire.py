"""D'un brouillon à une lettre relue : ce qu'un courrier demande au sas."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from tat_carnet.documents.courriers import composer, load_modele
from tat_carnet.documents.interface import Lettre
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.courrier import CITABLES, Courrier
from tat_carnet.domain.courrier_relu import CourrierRelu, DemandeRelue, DestinataireRelu
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.periode import dit_le_mois
from tat_carnet.domain.vocabulaire import Profil, StatutCourrier
from tat_carnet.usecases.annuaire.imprimer import mots_publics, noms_de_structures
from tat_carnet.usecases.courriers.en_tete import (
    entete_relu,
    garder_ce_que_l_entete_a_garde,
    textes_de_l_entete,
)
from tat_carnet.usecases.courriers.matiere import Matiere, rassembler
from tat_carnet.usecases.courriers.taire import verifier_ce_qui_se_tait
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Plan, Recit, Relu, TexteLibre, ouvrir

_DU_MODELE: Final = "texte de la lettre"


def ouvrir_courrier(
    cahier: Cahier, courrier: Courrier, maintenant: datetime
) -> Dossier[CourrierRelu]:
    """Le dossier de relecture d'un courrier, qui reçoit sa référence.

    `SaisieIncomplete` : ce qui manque au courrier, à l'en-tête ou à l'adresse. Un fait devenu
    rumeur, infirmé, ou d'un hall trop petit n'y entre pas.
    """
    jour = maintenant.date()
    matiere = rassembler(cahier, courrier.verified(jour), jour)
    courrier = cahier.give_reference(courrier, jour.year)
    plan = Plan(
        genre=GenreDocument.courrier if courrier.rectifie is None else GenreDocument.rectificatif,
        jour=jour,
        destinataire=f"{matiere.destinataire.nom} ({courrier.reference})",
        assembler=lambda relu: _assembler(courrier, matiere, jour, relu),
        composer=_composer_une_page,
        libres=_libres(courrier, matiere),
        degres=frozenset(CITABLES),
        profil=Profil.institution,
        nom=f"courrier-{courrier.reference}",
        publics=noms_de_structures(matiere.annuaire),
        recit=_recit(courrier),
    )
    dossier = ouvrir(cahier, plan, matiere.faits)
    garder_ce_que_l_entete_a_garde(dossier, matiere.entete)
    return dossier


def signe(cahier: Cahier, courrier_id: str, maintenant: datetime) -> Courrier:
    """Le courrier, relu en entier : une personne vient de signer sa relecture.

    Déjà validé, il repasse par le brouillon : ses mots ont pu changer depuis le fichier écrit.
    """
    courrier = cahier.courrier(courrier_id)
    if courrier.statut is StatutCourrier.valide:
        courrier = courrier.passer(StatutCourrier.brouillon, maintenant)
    if courrier.statut is not StatutCourrier.brouillon:
        return courrier
    relu = courrier.passer(StatutCourrier.relu, maintenant)
    cahier.save_courrier(relu)
    return relu


def _recit(courrier: Courrier) -> Recit:
    """Une lettre décrit des lieux et des usages, et ne vise aucune personne (`domaine.md` §6)."""
    if courrier.rectifie is None and load_modele(courrier.modele).dit_les_faits:
        return Recit.sans_personne
    return Recit.absent


def _assembler(courrier: Courrier, matiere: Matiere, jour: date, relu: Relu) -> CourrierRelu:
    lettre = _lettre(courrier, matiere, jour, relu)
    verifier_ce_qui_se_tait(lettre, matiere.lieux)
    return lettre


def _lettre(courrier: Courrier, matiere: Matiere, jour: date, relu: Relu) -> CourrierRelu:
    destinataire = matiere.destinataire
    rectifie = matiere.rectifie is not None
    au_mois = any(dit_le_mois(fait.semaine) for fait in relu.faits)
    etendue = matiere.etendue({fait.reference for fait in relu.faits}, jour, au_mois=au_mois)
    return CourrierRelu(
        modele=courrier.modele,
        reference=courrier.reference,
        jour=jour,
        entete=entete_relu(matiere.entete, relu),
        destinataire=DestinataireRelu(
            relu.textes(destinataire.bloc_adresse), destinataire.titre, destinataire.civilite
        ),
        objet=relu.texte(courrier.objet),
        effort=etendue.effort,
        du=etendue.du,
        au=etendue.au,
        faits=relu.faits,
        effets=relu.texte(courrier.effets),
        demandes=tuple(
            DemandeRelue(relu.texte(d.texte), d.echeance)
            for d in courrier.demandes
            if d.echeance is not None
        ),
        disponibilite=relu.texte(courrier.disponibilite),
        copies=tuple(relu.texte(copie.nom) for copie in matiere.copies),
        pieces=relu.textes(courrier.pieces),
        relance=matiere.relance,
        rectifie=matiere.rectifie,
        # Dans un rectificatif, `effets` dit quel fait s'est révélé faux.
        rectification=relu.texte(courrier.effets) if rectifie and courrier.effets else None,
        ensemble=relu.ensemble,
    )


def _composer_une_page(courrier: CourrierRelu) -> Lettre:
    """La lettre ; `SortieRefusee` dès la signature si elle déborde, et quoi couper."""
    lettre = composer(courrier)
    rendre(lettre, FormatDocument.pdf)
    return lettre


def _libres(courrier: Courrier, matiere: Matiere) -> tuple[TexteLibre, ...]:
    """Les textes de la lettre ; ce que l'équipe écrit d'elle-même se lit toujours."""
    ecrit = "écrit par vous"
    corps = [
        TexteLibre(courrier.objet, "Objet", _DU_MODELE),
        TexteLibre(courrier.effets, "Effets", ecrit, toujours=True),
        TexteLibre(courrier.disponibilite, "Disponibilité", _DU_MODELE),
    ]
    corps += [
        TexteLibre(demande.texte, f"Demande {rang}", _DU_MODELE)
        for rang, demande in enumerate(courrier.demandes, 1)
    ]
    corps += [TexteLibre(piece, "Pièce jointe", ecrit, toujours=True) for piece in courrier.pieces]
    destinataire = matiere.destinataire
    nommes = [(destinataire, destinataire.bloc_adresse), *((c, (c.nom,)) for c in matiere.copies)]
    adresses = [
        TexteLibre(
            ligne,
            "Adresse",
            "de l’annuaire",
            structure=True,
            connus=mots_publics(fiche),
            confirmes=frozenset(fiche.confirmes),
        )
        for fiche, lignes in nommes
        for ligne in lignes
    ]
    return (*corps, *textes_de_l_entete(matiere.entete), *adresses)
