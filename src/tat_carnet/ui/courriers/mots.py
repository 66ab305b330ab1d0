"""Ce que le registre dit d'un courrier, en toutes lettres."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tat_carnet.domain.courrier import Courrier, EffetObserve
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import StatutCourrier
from tat_carnet.ui.typographie import compte, jour, majuscule, minuscule
from tat_carnet.usecases.courriers.aiguillage import HORS_OUTIL

_S = StatutCourrier


def name(courrier: Courrier, noms: Mapping[str, str]) -> str:
    """« Courrier 2026-014, Brumerive Habitat » ; `noms` : identifiant de structure → son nom."""
    if courrier.modele == HORS_OUTIL:
        return f"Transmis hors outil, {jour(courrier.cree_le.date(), annee=True)}"
    who = noms.get(courrier.destinataire_id or "", "sans destinataire")
    kind = "Relance" if courrier.relance_de else "Courrier"
    if courrier.rectifie:
        kind = "Rectificatif"
    reference = f" {courrier.reference}" if courrier.reference else ""
    return f"{kind}{reference}, {who}"


def state(courrier: Courrier, today: date) -> str:
    """« Envoyé vendredi 30 octobre, échéance passée depuis vendredi 6 novembre »."""
    text = majuscule(libelle(courrier.statut))
    sent = courrier.le(_S.envoye)
    if sent is not None:
        said = "" if courrier.statut is _S.envoye else ", envoyé"
        text += f"{said} {jour(sent.date())}"
    if courrier.delai is not None:
        text += f", répondu {in_days(courrier.delai)}"
    if courrier.echeance is not None:
        late = courrier.a_relancer(today)
        word = "échéance passée depuis" if late else "réponse attendue"
        text += f", {word} {jour(courrier.echeance)}"
    return text


def demands(courrier: Courrier) -> str:
    """« Demandes : réparer la porte, avant le jeudi 26 novembre ; … » ; vide sans demande."""
    said = [
        f"{minuscule(demande.texte.rstrip('.'))}, avant le {jour(demande.echeance)}"
        for demande in courrier.demandes
        if demande.echeance is not None
    ]
    return f"Demandes : {' ; '.join(said)}" if said else ""


def copies(courrier: Courrier, noms: Mapping[str, str]) -> str:
    """« Copie : CAARUD La Passerelle » ; vide s'il n'y en a pas."""
    known = [noms[copie] for copie in courrier.copies if copie in noms]
    return f"Copie : {', '.join(known)}" if known else ""


def in_days(days: int) -> str:
    """« en 12 jours », « le jour même »."""
    return "le jour même" if days == 0 else f"en {compte(days, 'jour', 'jours')}"


def effect(effet: EffetObserve) -> str:
    """« Dimanche 1er novembre, mieux : l'éclairage est revenu (3 tournées, aucun fait…) »."""
    text = majuscule(jour(effet.le))
    if effet.evolution is not None:
        text += f", {libelle(effet.evolution)}"
    said = effet.texte.lire()
    if said:
        text += f" : {said}"
    if effet.tournees or effet.faits:
        text += f" ({grounds(len(effet.tournees), len(effet.faits))})"
    return text


def grounds(tournees: int, faits: int) -> str:
    """« 3 tournées depuis l'envoi, aucun fait de même nature »."""
    rounds = compte(tournees, "tournée", "tournées", feminin=True)
    return f"{rounds} depuis l’envoi, {compte(faits, 'fait', 'faits')} de même nature au même lieu"
