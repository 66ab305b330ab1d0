"""Un cahier fictif prêt à écrire : un en-tête, trois structures, quelques faits."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.civilite import Civilite, TitreFonction
from tat_carnet.domain.courrier import Courrier, Demande
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Famille,
    Moment,
    NatureSource,
    TypeFait,
    TypePartenaire,
    TypeSite,
)
from tat_carnet.usecases.ports import Cahier

JEUDI: Final = datetime(2026, 11, 19, 17, 40)
ENTETE: Final = Entete(
    association="Les Veilleurs des Aubépines",
    adresse="11 rue du Lavoir\n99000 Brumerive",
    siret="000 000 000 00000",
    contact="01 99 00 90 90",
    ville="Brumerive",
    presentation="Notre équipe est présente chaque semaine, à pied, dans le quartier.",
    signature="Pour l’équipe, la direction",
)
PLACE: Final = Site("Place haute", "Nord", TypeSite.place, id="place")
HALL: Final = Site("Hall F", "Nord", TypeSite.hall, ilot="Îlot F", logements_approx=6, id="hall")
BAILLEUR: Final = Partenaire(
    "Brumerive Habitat",
    TypePartenaire.bailleur,
    fonction="Direction de l’agence",
    titre=TitreFonction.directeur,
    civilite=Civilite.madame,
    adresse="2 place du Lavoir\n99000 Brumerive",
    competences=(Famille.espaces,),
    verifie_le=JEUDI.date(),
    id="bailleur",
)
VILLE: Final = Partenaire("Ville de Brumerive", TypePartenaire.ville, id="ville")
CAARUD: Final = Partenaire("CAARUD La Passerelle", TypePartenaire.caarud_csapa_cjc, id="caarud")

DEUX_SOURCES: Final = (NatureSource.observation, NatureSource.gardien)


def fait(nom: str, texte: str, **champs: Any) -> Fait:
    """Un fait observé avant-hier, place haute, sauf `champs`."""
    valeurs: dict[str, Any] = {
        "instant": JEUDI - timedelta(days=2),
        "site_id": PLACE.id,
        "type": TypeFait.equipement_hors_service,
        "texte_brut": TexteBrut(texte),
        "natures_source": DEUX_SOURCES,
        "reunion_le": JEUDI.date(),
        "id": nom,
    }
    return Fait(**(valeurs | champs))


FAITS: Final = (
    fait("lumiere", "La lumière est en panne."),
    fait("porte", "La porte ne ferme plus.", attestation=Attestation.atteste,
         instant=JEUDI - timedelta(days=9)),
    fait("rumeur", "Il paraît que.", attestation=Attestation.rumeur),
    fait("rapporte", "On nous dit que.", attestation=Attestation.rapporte),
    fait("foyer", "Des cris.", site_id=HALL.id, type=TypeFait.bruit),
)  # fmt: skip


def remplir(cahier: Cahier) -> None:
    """Tout ce qu'il faut pour écrire."""
    for site in (PLACE, HALL):
        cahier.save_site(site)
    cahier.save_tournee(Tournee(JEUDI.date() - timedelta(days=2), Moment.soiree, "Nord"))
    cahier.save_tournee(Tournee(JEUDI.date() - timedelta(days=3), Moment.soiree, "Nord", ras=True))
    for un_fait in FAITS:
        cahier.save_fait(un_fait)
    cahier.save_partenaires([BAILLEUR, VILLE, CAARUD])
    cahier.save_entete(ENTETE)


def courrier(**champs: Any) -> Courrier:
    """Un courrier au bailleur, prêt à relire."""
    valeurs: dict[str, Any] = {
        "modele": "bailleur_parties_communes",
        "destinataire_id": BAILLEUR.id,
        "faits": ("porte", "lumiere"),
        "objet": "Parties communes, Place haute",
        "demandes": (Demande("Réparer.", JEUDI.date() + timedelta(days=7)),),
        "cree_le": JEUDI,
        "id": "c1",
    }
    return Courrier(**(valeurs | champs))
