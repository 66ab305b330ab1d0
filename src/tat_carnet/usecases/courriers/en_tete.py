"""Qui écrit : l'en-tête passe par la même relecture qu'une lettre, une fois pour toutes."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from tat_carnet.documents.annuaire import composer_liaison
from tat_carnet.domain.courrier_relu import EnteteRelu
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.errors import RelectureIncomplete, SaisieIncomplete
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.recherche import fold
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Plan, Relu, TexteLibre, ouvrir

_REGLE: Final = "réglé une fois"
_TITRES: Final = ("En-tête", "Présentation", "Signature")


class MotDEntete(RelectureIncomplete):
    """Un mot de l'en-tête attend un motif ; `terme` est ce mot."""

    def __init__(self, terme: str, explication: str, passage: int, alerte: int) -> None:
        super().__init__(
            f"« {terme} » : {explication} Pour le garder dans vos lettres, dites pourquoi.",
            passage=passage,
            alerte=alerte,
        )
        self.terme = terme


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
        libres=textes_de_l_entete(entete),
    )
    dossier = ouvrir(cahier, plan)
    garder_ce_que_l_entete_a_garde(dossier, entete)
    for rang, etape in enumerate(dossier.etapes):
        attente = etape.passage.prochaine()
        if attente is not None:
            alerte = etape.passage.alertes[attente]
            raise MotDEntete(alerte.terme, alerte.explication, rang, attente)
    cahier.save_entete(entete)


def lire_entete(cahier: Cahier) -> Entete:
    """L'en-tête réglé ; `SaisieIncomplete` dit où le régler s'il y manque quelque chose."""
    try:
        return cahier.entete().verified()
    except SaisieIncomplete as manque:
        raise SaisieIncomplete(
            f"L’en-tête de vos lettres n’est pas réglé. {manque.phrase} Il se règle une fois, dans "
            "Réglages.",
            champ="entete",
        ) from None


def textes_de_l_entete(entete: Entete) -> tuple[TexteLibre, ...]:
    """Ce que l'en-tête fait lire à la relecture."""
    publiques = (*entete.expediteur, entete.ville)
    connus = frozenset(publiques)
    libres = [
        TexteLibre(ligne, "En-tête", _REGLE, structure=True, connus=connus) for ligne in publiques
    ]
    libres.append(TexteLibre(entete.presentation, "Présentation", _REGLE))
    libres += [TexteLibre(ligne, "Signature", _REGLE) for ligne in entete.signature.splitlines()]
    return tuple(libres)


def garder_ce_que_l_entete_a_garde(dossier: Dossier[Any], entete: Entete) -> None:
    """Reprend, un à un, les motifs donnés quand l'en-tête a été réglé ; rien d'autre ne se lève."""
    motifs = {fold(terme): motif for terme, motif in entete.motifs}
    for rang, etape in enumerate(dossier.etapes):
        if etape.titre not in _TITRES:
            continue
        for alerte in etape.passage.alertes:
            motif = motifs.get(fold(alerte.terme))
            if motif is not None:
                etape.passage.garder(alerte.rang, motif)
        if etape.passage.complete:
            dossier.marquer_lue(rang)


def entete_relu(entete: Entete, relu: Relu) -> EnteteRelu:
    """L'en-tête tel qu'une lettre le porte."""
    return EnteteRelu(
        expediteur=relu.textes(entete.expediteur),
        ville=relu.texte(entete.ville),
        presentation=relu.texte(entete.presentation),
        signature=relu.textes(entete.signature.splitlines()),
        logo=entete.logo,
    )
