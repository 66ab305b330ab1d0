"""D'un brouillon à une lettre relue : ce qu'un courrier demande au sas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from tat_carnet.anonymisation.echelle import Profil
from tat_carnet.documents.annuaire import composer_liaison
from tat_carnet.documents.courriers import composer, load_modele
from tat_carnet.documents.interface import Lettre
from tat_carnet.documents.rendering import rendre
from tat_carnet.domain.courrier import CITABLES, Courrier, refus_de_citer
from tat_carnet.domain.courrier_relu import (
    CourrierRelu,
    DemandeRelue,
    DestinataireRelu,
    EnteteRelu,
    Precedent,
)
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.errors import RelectureIncomplete, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import StatutCourrier
from tat_carnet.usecases.annuaire.imprimer import mots_publics, noms_de_structures
from tat_carnet.usecases.annuaire.tenir import TOUTES
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Plan, Relu, TexteLibre, ouvrir

_SEMAINE: Final = timedelta(days=6)
_DU_MODELE: Final = "texte de la lettre"
_REGLE: Final = "réglé une fois"


def ouvrir_courrier(
    cahier: Cahier, courrier: Courrier, maintenant: datetime
) -> Dossier[CourrierRelu]:
    """Le dossier de relecture d'un courrier, qui reçoit sa référence.

    `SaisieIncomplete` : ce qui manque au courrier, à l'en-tête ou à l'adresse. Un fait devenu
    rumeur, infirmé, ou d'un hall trop petit n'y entre pas.
    """
    jour = maintenant.date()
    courrier.verified(jour)
    _verifier_le_modele(courrier)
    entete = _entete(cahier)
    annuaire = {fiche.id: fiche for fiche in cahier.partenaires(FiltreAnnuaire(), TOUTES)}
    destinataire = _destinataire(courrier, annuaire)
    faits = _faits(cahier, courrier)
    courrier = cahier.give_reference(courrier, jour.year)
    du, au = _periode(faits, jour)
    effort = cahier.effort(du, au)
    copies = [annuaire[copie] for copie in courrier.copies if copie in annuaire]
    precedents = {c.id: c for c in cahier.courriers()}
    rectification = _rectification(courrier)

    def assembler(relu: Relu) -> CourrierRelu:
        return CourrierRelu(
            modele=courrier.modele,
            reference=courrier.reference,
            jour=jour,
            entete=_entete_relu(entete, relu),
            destinataire=DestinataireRelu(
                relu.textes(destinataire.bloc_adresse), destinataire.titre, destinataire.civilite
            ),
            objet=relu.texte(courrier.objet),
            effort=effort,
            du=du,
            au=au,
            faits=relu.faits,
            effets=relu.texte(courrier.effets),
            demandes=tuple(
                DemandeRelue(relu.texte(d.texte), d.echeance)
                for d in courrier.demandes
                if d.echeance is not None
            ),
            disponibilite=relu.texte(courrier.disponibilite),
            copies=tuple(relu.texte(copie.nom) for copie in copies),
            relance=_precedent(courrier.relance_de, precedents),
            rectifie=_precedent(courrier.rectifie, precedents),
            rectification=relu.texte(rectification) if rectification else None,
        )

    plan = Plan(
        genre=GenreDocument.courrier if courrier.rectifie is None else GenreDocument.rectificatif,
        jour=jour,
        destinataire=f"{destinataire.nom} ({courrier.reference})",
        assembler=assembler,
        composer=_composer_une_page,
        libres=_libres(courrier, entete, destinataire, copies),
        degres=frozenset(CITABLES),
        profil=Profil.institution,
        nom=f"courrier-{courrier.reference}",
        publics=noms_de_structures(annuaire.values()),
    )
    dossier = ouvrir(cahier, plan, faits)
    _garder_ce_que_l_en_tete_a_garde(dossier, entete)
    return dossier


def verifier_entete(cahier: Cahier, entete: Entete) -> None:
    """Écrit l'en-tête, ou `RelectureIncomplete` si un mot y attend un motif.

    C'est la même relecture que celle d'une lettre : le nom de qui signe s'y garde, motif donné.
    """
    entete = entete.verified()
    plan: Plan[None] = Plan(
        genre=GenreDocument.courrier,
        jour=date.min,
        destinataire="en-tête",
        assembler=lambda _relu: None,
        composer=lambda _rien: composer_liaison(),
        libres=_libres_de_l_entete(entete),
    )
    dossier = ouvrir(cahier, plan)
    _garder_ce_que_l_en_tete_a_garde(dossier, entete)
    for rang, etape in enumerate(dossier.etapes):
        attente = etape.passage.prochaine()
        if attente is not None:
            alerte = etape.passage.alertes[attente]
            raise MotDEntete(alerte.terme, alerte.explication, rang, attente)
    cahier.save_entete(entete)


class MotDEntete(RelectureIncomplete):
    """Un mot de l'en-tête attend un motif ; `terme` est ce mot."""

    def __init__(self, terme: str, explication: str, passage: int, alerte: int) -> None:
        super().__init__(
            f"« {terme} » : {explication} Pour le garder dans vos lettres, dites pourquoi.",
            passage=passage,
            alerte=alerte,
        )
        self.terme = terme


def signe(cahier: Cahier, courrier_id: str, maintenant: datetime) -> Courrier:
    """Le courrier, relu en entier : une personne vient de signer sa relecture."""
    courrier = cahier.courrier(courrier_id)
    if courrier.statut is not StatutCourrier.brouillon:
        return courrier
    relu = courrier.passer(StatutCourrier.relu, maintenant)
    cahier.save_courrier(relu)
    return relu


def _composer_une_page(courrier: CourrierRelu) -> Lettre:
    """La lettre ; `SortieRefusee` dès la signature si elle déborde, et quoi couper."""
    lettre = composer(courrier)
    rendre(lettre, FormatDocument.pdf)
    return lettre


def _verifier_le_modele(courrier: Courrier) -> None:
    if courrier.rectifie is not None:
        return
    au_moins = load_modele(courrier.modele).demandes_au_moins
    if len(courrier.demandes) < au_moins:
        raise SaisieIncomplete(
            f"Ce modèle compte {au_moins} demandes au moins : il en manque "
            f"{au_moins - len(courrier.demandes)}.",
            champ="demandes",
        )


def _entete(cahier: Cahier) -> Entete:
    try:
        return cahier.entete().verified()
    except SaisieIncomplete as manque:
        raise SaisieIncomplete(
            f"L’en-tête de vos lettres n’est pas réglé. {manque.phrase} Il se règle une fois, dans "
            "Réglages.",
            champ="entete",
        ) from None


def _destinataire(courrier: Courrier, annuaire: Mapping[str, Partenaire]) -> Partenaire:
    fiche = annuaire.get(courrier.destinataire_id or "")
    if fiche is None:
        raise SaisieIncomplete("Choisissez à qui ce courrier s’adresse.", champ="destinataire_id")
    if not fiche.adresse.strip():
        raise SaisieIncomplete(
            f"« {fiche.nom} » n’a pas d’adresse postale : donnez-la dans l’annuaire.",
            champ="destinataire_id",
        )
    return fiche.verified()


def _faits(cahier: Cahier, courrier: Courrier) -> list[Fait]:
    """Les faits cochés, relus du cahier : ils ont pu changer depuis."""
    sites: dict[str, Site] = {site.id: site for site in cahier.sites()}
    faits = []
    for fait_id in courrier.faits:
        try:
            fait = cahier.fait(fait_id)
        except KeyError:
            raise SaisieIncomplete(
                "Un fait coché n’est plus dans le cahier : décochez-le.", champ="faits"
            ) from None
        refus = refus_de_citer(fait, sites[fait.site_id or ""])
        if refus is not None:
            raise SaisieIncomplete(refus, champ="faits")
        faits.append(fait)
    return faits


def _periode(faits: Sequence[Fait], jour: date) -> tuple[date, date]:
    """Les semaines entières des faits : du lundi au dimanche, aujourd'hui au plus."""
    if not faits:
        return jour, jour
    jours = [fait.instant.date() for fait in faits]
    lundi = min(jours) - timedelta(days=min(jours).weekday())
    dimanche = max(jours) - timedelta(days=max(jours).weekday()) + _SEMAINE
    return lundi, max(lundi, min(dimanche, jour))


def _rectification(courrier: Courrier) -> str:
    """Dans un rectificatif, `effets` dit quel fait s'est révélé faux."""
    return courrier.effets if courrier.rectifie is not None else ""


def _precedent(courrier_id: str | None, connus: Mapping[str, Courrier]) -> Precedent | None:
    if courrier_id is None or courrier_id not in connus:
        return None
    courrier = connus[courrier_id]
    envoye = courrier.le(StatutCourrier.envoye)
    return Precedent(courrier.reference, envoye.date() if envoye else None)


def _entete_relu(entete: Entete, relu: Relu) -> EnteteRelu:
    return EnteteRelu(
        expediteur=relu.textes(entete.expediteur),
        ville=relu.texte(entete.ville),
        presentation=relu.texte(entete.presentation),
        signature=relu.textes(entete.signature.splitlines()),
        logo=entete.logo,
    )


def _libres(
    courrier: Courrier, entete: Entete, destinataire: Partenaire, copies: Sequence[Partenaire]
) -> tuple[TexteLibre, ...]:
    """Les textes de la lettre ; les effets, que l'équipe écrit, se lisent toujours."""
    corps = [
        TexteLibre(courrier.objet, "Objet", _DU_MODELE),
        TexteLibre(courrier.effets, "Effets", "écrit par vous", toujours=True),
        TexteLibre(courrier.disponibilite, "Disponibilité", _DU_MODELE),
    ]
    corps += [
        TexteLibre(demande.texte, f"Demande {rang}", _DU_MODELE)
        for rang, demande in enumerate(courrier.demandes, 1)
    ]
    nommes = [(destinataire, destinataire.bloc_adresse), *((c, (c.nom,)) for c in copies)]
    adresses = [
        TexteLibre(ligne, "Adresse", "de l’annuaire", structure=True, connus=mots_publics(fiche))
        for fiche, lignes in nommes
        for ligne in lignes
    ]
    return (*corps, *_libres_de_l_entete(entete), *adresses)


def _libres_de_l_entete(entete: Entete) -> tuple[TexteLibre, ...]:
    publiques = (*entete.expediteur, entete.ville)
    connus = frozenset(publiques)
    libres = [
        TexteLibre(ligne, "En-tête", _REGLE, structure=True, connus=connus) for ligne in publiques
    ]
    libres.append(TexteLibre(entete.presentation, "Présentation", _REGLE))
    libres += [TexteLibre(ligne, "Signature", _REGLE) for ligne in entete.signature.splitlines()]
    return tuple(libres)


def _garder_ce_que_l_en_tete_a_garde(dossier: Dossier[CourrierRelu] | Dossier[None],
                                     entete: Entete) -> None:  # fmt: skip
    """Reprend, un à un, les motifs donnés quand l'en-tête a été réglé ; rien d'autre ne se lève."""
    motifs = {fold(terme): motif for terme, motif in entete.motifs}
    for rang, etape in enumerate(dossier.etapes):
        if etape.titre not in ("En-tête", "Présentation", "Signature"):
            continue
        for alerte in etape.passage.alertes:
            motif = motifs.get(fold(alerte.terme))
            if motif is not None:
                etape.passage.garder(alerte.rang, motif)
        if etape.passage.complete:
            dossier.marquer_lue(rang)
