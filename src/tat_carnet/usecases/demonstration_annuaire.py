"""L'annuaire et l'en-tête de la démonstration, lus du scénario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.domain.vocabulaire import Canal, Famille, Public, TypePartenaire

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
