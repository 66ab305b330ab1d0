"""Des courriers fictifs, relus par le sas lui-même : un par modèle, et un rectificatif."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from documents.exemples import fait_relu, relu
from tat_carnet.documents.courriers import load_modele
from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.courrier_relu import (
    CourrierRelu,
    DemandeRelue,
    DestinataireRelu,
    EnteteRelu,
    Precedent,
)
from tat_carnet.domain.relu import Effort, FaitRelu, NatureRelue
from tat_carnet.domain.vocabulaire import Attestation, Impact, TypeFait

JOUR: Final = date(2026, 11, 19)
ENTETE: Final = EnteteRelu(
    expediteur=tuple(
        relu(ligne)
        for ligne in (
            "Les Veilleurs des Aubépines",
            "11 rue du Lavoir",
            "99000 Brumerive",
            "SIRET 000 000 000 00000",
            "01 99 00 90 90",
            "equipe@veilleurs.example",
        )
    ),
    ville=relu("Brumerive"),
    presentation=relu(
        "Notre équipe de prévention spécialisée est présente chaque semaine, à pied, dans le "
        "quartier des Aubépines."
    ),
    signature=(relu("Pour l’équipe, la direction"),),
)
_ADRESSES: Final = {
    "bailleur_parties_communes": (
        ("Direction de l’agence", "Brumerive Habitat", "2 place du Lavoir", "99000 Brumerive"),
        TitreFonction.directeur,
        Civilite.madame,
    ),
    "ville_traces": (
        ("Maire", "Ville de Brumerive", "1 place de la Fontaine", "99000 Brumerive"),
        TitreFonction.maire,
        Civilite.monsieur,
    ),
    "education_decrochage": (
        ("Direction académique", "14 boulevard des Tilleuls", "99000 Brumerive"),
        TitreFonction.directeur_academique,
        Civilite.inconnue,
    ),
    "prefet_clspd_tensions": (
        ("Préfecture", "3 cours de l’Horloge", "99000 Brumerive"),
        TitreFonction.prefet,
        Civilite.madame,
    ),
    "sante_produits": (
        ("Responsable de l’équipe mobile", "CAARUD La Passerelle", "8 quai du Canal",
         "99000 Brumerive"),
        TitreFonction.responsable,
        Civilite.inconnue,
    ),
    "soutien_familles": (
        ("Présidence du Département", "5 rue du Moulin", "99000 Brumerive"),
        TitreFonction.president,
        Civilite.madame,
    ),
}  # fmt: skip
_PIECES: Final = {
    "bailleur_parties_communes": ("Plan du quartier",),
    "ville_traces": ("Plan du square", "Guide du ramassage sans risque"),
}
_ENSEMBLE: Final = {
    "prefet_clspd_tensions": (NatureRelue("n1", TypeFait.menace),),
    "soutien_familles": (NatureRelue("n2", TypeFait.deuil),),
}
_FAITS: Final[dict[str, tuple[tuple[TypeFait, str], ...]]] = {
    "bailleur_parties_communes": (
        (TypeFait.equipement_hors_service, "L’éclairage de l’escalier est en panne depuis trois "
         "semaines ; des habitants montent dans le noir."),
        (TypeFait.degradation, "La porte d’entrée ne ferme plus."),
        (TypeFait.occupation_parties_communes, "Un groupe occupe le passage chaque soir, sans "
         "incident ; des habitants font demi-tour."),
    ),
    "ville_traces": (
        (TypeFait.materiel_injection, "Une dizaine de seringues sous le banc, près des jeux."),
        (TypeFait.dechets, "Des encombrants restent plusieurs jours devant l’entrée du square."),
    ),
    "education_decrochage": (
        (TypeFait.absenteisme, "Des collégiens dehors le matin."),
        (TypeFait.absenteisme, "Des collégiens dehors le matin, encore."),
        (TypeFait.sans_affectation, "Des jeunes sans place au lycée."),
    ),
    "prefet_clspd_tensions": (
        (TypeFait.rixe, "Une bousculade entre deux groupes, apaisée par des habitants."),
        (TypeFait.tension_police, "Des contrôles répétés, mal vécus, devant les commerces."),
    ),
    "sante_produits": (
        (TypeFait.malaise_surdose, "Un malaise ; les secours sont venus, la personne va bien."),
        (TypeFait.produit_inhabituel, "Des personnes décrivent une perte de repères après une "
         "prise ordinaire."),
    ),
    "soutien_familles": (
        (TypeFait.dette_emprise, "Des familles disent craindre pour leurs enfants, sollicités "
         "contre une dette."),
        (TypeFait.demande_relogement, "Plusieurs demandes de relogement restent sans réponse."),
    ),
}  # fmt: skip


def faits(cle: str) -> tuple[FaitRelu, ...]:
    """Les faits de ce modèle : les degrés alternent, les semaines aussi."""
    degres = (Attestation.recoupe, Attestation.observe, Attestation.atteste)
    return tuple(
        fait_relu(
            type_fait,
            texte,
            reference=f"{cle}-{rang}",
            attestation=degres[rang % 3],
            semaine=f"2026-S{47 - rang}",
            impacts=(Impact.insecurite_ressentie,) if rang else (Impact.circulation,),
        )
        for rang, (type_fait, texte) in enumerate(_FAITS[cle])
    )


def courrier(cle: str, **champs: Any) -> CourrierRelu:
    """Le courrier de ce modèle, tel que ses textes le proposent, sauf `champs`."""
    textes = load_modele(cle).textes
    lignes, titre, civilite = _ADRESSES[cle]
    valeurs: dict[str, Any] = {
        "modele": cle,
        "reference": "2026-014",
        "jour": JOUR,
        "entete": ENTETE,
        "destinataire": DestinataireRelu(tuple(map(relu, lignes)), titre, civilite),
        "objet": relu(textes.objet),
        "effort": Effort(tournees=11, ras=4),
        "du": date(2026, 11, 2),
        "au": JOUR,
        "faits": faits(cle),
        "effets": relu(""),
        "demandes": tuple(
            DemandeRelue(relu(texte), JOUR + timedelta(days=jours))
            for jours, texte in textes.demandes
        ),
        "disponibilite": relu(textes.disponibilite),
        "copies": (relu("CAARUD La Passerelle"),) if cle == "ville_traces" else (),
        "pieces": tuple(map(relu, _PIECES.get(cle, ()))),
        "ensemble": _ENSEMBLE.get(cle, ()),
    }
    return CourrierRelu(**(valeurs | champs))


def rectificatif() -> CourrierRelu:
    """Ce qui suit un fait infirmé après être parti."""
    return courrier(
        "bailleur_parties_communes",
        objet=relu("Rectificatif à notre courrier 2026-009"),
        faits=(),
        demandes=(),
        rectifie=Precedent("2026-009", date(2026, 10, 8)),
        rectification=relu(
            "Ce fait concernait un bruit de moteur, place haute, semaine du 28 septembre."
        ),
    )
