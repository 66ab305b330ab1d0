"""L'annuaire, l'en-tête et les courriers de la démonstration, lus du scénario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.courrier import Changement, Courrier, Demande, EffetObserve, Reponse
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.domain.vocabulaire import (
    Canal,
    Evolution,
    Famille,
    Public,
    StatutCourrier,
    TypePartenaire,
)

_TEXTES = ("telephone", "courriel", "territoire", "conditions", "horaires", "attentes", "limites")


def partenaires(
    lu: Mapping[str, Any], reference: date, identifiant: Callable[[str], str]
) -> tuple[Partenaire, ...]:
    """Les structures du scénario, tous champs vérifiés."""
    return tuple(
        Partenaire(
            nom=entree["nom"],
            type=TypePartenaire(entree["type"]),
            fonction=entree["fonction"],
            titre=TitreFonction(entree["titre"]),
            civilite=Civilite(entree["civilite"]),
            adresse=entree["adresse"],
            competences=tuple(Famille(code) for code in entree["competences"]),
            publics=tuple(Public(code) for code in entree.get("publics", ())),
            verifie_le=reference + timedelta(days=entree["verifie"]),
            id=identifiant(f"structure:{entree['cle']}"),
            **{nom: entree.get(nom, "") for nom in _TEXTES},
        ).verified()
        for entree in lu["annuaire"]
    )


def echanges(
    lu: Mapping[str, Any], reference: date, identifiant: Callable[[str], str]
) -> tuple[Echange, ...]:
    """Ce qui s'est dit avec ces structures."""
    return tuple(
        Echange(
            partenaire_id=identifiant(f"structure:{entree['structure']}"),
            le=reference + timedelta(days=entree["jour"]),
            canal=Canal(entree["canal"]),
            objet=TexteBrut(entree["objet"]),
            suite=TexteBrut(entree["suite"]),
            id=identifiant(f"echange:{entree['structure']}:{entree['jour']}"),
        )
        for entree in lu["echanges"]
    )


def entete(lu: Mapping[str, Any]) -> Entete:
    """L'en-tête de l'association fictive."""
    return Entete(**lu["entete"]).verified()


def courriers(
    lu: Mapping[str, Any], reference: date, identifiant: Callable[[str], str]
) -> tuple[Courrier, ...]:
    """Des courriers déjà partis : l'un suivi d'effet, un répondu, un resté muet."""
    return tuple(_courrier(entree, reference, identifiant) for entree in lu["courriers"])


def _courrier(
    entree: Mapping[str, Any], reference: date, identifiant: Callable[[str], str]
) -> Courrier:
    def jour(decalage: int) -> date:
        return reference + timedelta(days=decalage)

    etapes = tuple(
        Changement(StatutCourrier(statut), datetime.combine(jour(decalage), time(17, 40)))
        for statut, decalage in entree["etapes"]
    )
    reponse = entree["reponse"]
    return Courrier(
        modele=entree["modele"],
        destinataire_id=identifiant(f"structure:{entree['structure']}"),
        faits=tuple(identifiant(f"fait:{cle}") for cle in entree["faits"]),
        objet=entree["objet"],
        demandes=tuple(Demande(d["texte"], jour(d["jour"])) for d in entree["demandes"]),
        cree_le=etapes[0].le,
        statut=etapes[-1].statut,
        historique=etapes,
        reponse=Reponse(jour(reponse["jour"]), TexteBrut(reponse["texte"])) if reponse else None,
        observes=tuple(
            EffetObserve(
                jour(effet["jour"]),
                TexteBrut(effet["texte"]),
                Evolution(effet["evolution"]),
                tuple(identifiant(f"tournee:{cle}") for cle in effet["tournees"]),
            )
            for effet in entree["observes"]
        ),
        id=identifiant(f"courrier:{entree['cle']}"),
    )
