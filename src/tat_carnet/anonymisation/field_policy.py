"""Le sort de chaque champ saisi : ce qui reste, ce qui sort généralisé, ce qui sort tel quel.

Un essai échoue tant qu'un champ d'une entité n'a pas de sort déclaré ici.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tat_carnet.anonymisation.sorts import SORTS_INTERNES, Sort
from tat_carnet.domain.attestation import ChangementAttestation
from tat_carnet.domain.courrier import Courrier
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.entete import Entete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.partenaire import Echange, Partenaire
from tat_carnet.domain.plan import PlanSecteur
from tat_carnet.domain.reunion import Decision, Reunion
from tat_carnet.domain.sas import Levee
from tat_carnet.domain.situation import EtapeSituation, Situation

__all__ = ["SORTIES", "SORTS", "Sort"]

_FAIT: Final = {
    "instant": Sort.generaliser,
    "site_id": Sort.generaliser,
    "type": Sort.garder,
    "texte_brut": Sort.generaliser,
    "libelle_autre": Sort.generaliser,
    "tournee_id": Sort.jeter,
    "themes": Sort.garder,
    "quantite": Sort.generaliser,
    "taille_groupe": Sort.garder,
    "tranche_age": Sort.garder,
    "publics": Sort.garder,
    "impacts": Sort.garder,
    "attestation": Sort.garder,
    "natures_source": Sort.jeter,
    "reunion_le": Sort.jeter,
    "gravite": Sort.garder,
    "urgence": Sort.garder,
    "recurrence": Sort.garder,
    "formulation": Sort.garder,
    "relu_le": Sort.jeter,
    "relues": Sort.jeter,
    "materiel": Sort.generaliser,
    "signale_a": Sort.garder,
    "signale_le": Sort.generaliser,
    "ramasse_le": Sort.generaliser,
    "episode_id": Sort.jeter,
    "id": Sort.garder,
}
_SITE: Final = {
    "libelle_public": Sort.generaliser,
    "secteur": Sort.garder,
    "type": Sort.garder,
    "maille": Sort.garder,
    "ilot": Sort.garder,
    "nom_usage": Sort.jeter,
    "logements_approx": Sort.jeter,
    "position_plan": Sort.jeter,
    "bailleur_id": Sort.jeter,
    "id": Sort.jeter,
}
_TOURNEE: Final = {
    "jour": Sort.generaliser,
    "plage": Sort.jeter,
    "secteur": Sort.garder,
    "binome": Sort.jeter,
    "note": Sort.jeter,
    "ras": Sort.garder,
    "terminee": Sort.jeter,
    "debut": Sort.jeter,
    "fin": Sort.jeter,
    "id": Sort.jeter,
}

_CHANGEMENT: Final = {
    "fait_id": Sort.jeter,
    "ancien": Sort.jeter,
    "nouveau": Sort.garder,
    "le": Sort.jeter,
    "motif": Sort.jeter,
    "reunion_le": Sort.jeter,
    "id": Sort.jeter,
}
_PARTENAIRE: Final = {
    "nom": Sort.garder,
    "type": Sort.garder,
    "fonction": Sort.garder,
    "titre": Sort.garder,
    "civilite": Sort.garder,
    "adresse": Sort.garder,
    "telephone": Sort.garder,
    "courriel": Sort.garder,
    "competences": Sort.garder,
    "publics": Sort.garder,
    "territoire": Sort.garder,
    "conditions": Sort.garder,
    "horaires": Sort.garder,
    "attentes": Sort.garder,
    "limites": Sort.garder,
    "verifie_le": Sort.garder,
    "confirmes": Sort.jeter,
    "id": Sort.jeter,
}
"""Une structure est publique ; ce qui nommerait quelqu'un y est refusé avant d'être écrit."""
_ECHANGE: Final = {
    "partenaire_id": Sort.jeter,
    "le": Sort.jeter,
    "canal": Sort.jeter,
    "objet": Sort.jeter,
    "suite": Sort.jeter,
    "id": Sort.jeter,
}
_COURRIER: Final = {
    "modele": Sort.jeter,
    "destinataire_id": Sort.generaliser,
    "copies": Sort.generaliser,
    "faits": Sort.generaliser,
    "objet": Sort.generaliser,
    "effets": Sort.generaliser,
    "demandes": Sort.generaliser,
    "disponibilite": Sort.generaliser,
    "pieces": Sort.generaliser,
    "cree_le": Sort.jeter,
    "statut": Sort.jeter,
    "reference": Sort.garder,
    "historique": Sort.jeter,
    "reponse": Sort.jeter,
    "observes": Sort.jeter,
    "relance_de": Sort.generaliser,
    "rectifie": Sort.generaliser,
    "id": Sort.jeter,
}
_ENTETE: Final = {
    "association": Sort.generaliser,
    "adresse": Sort.generaliser,
    "siret": Sort.generaliser,
    "contact": Sort.generaliser,
    "ville": Sort.generaliser,
    "presentation": Sort.generaliser,
    "signature": Sort.generaliser,
    "logo": Sort.garder,
    "motifs": Sort.jeter,
}
_LEVEE: Final = dict.fromkeys(("le", "categorie", "motif", "fait_id", "id", "passage"), Sort.jeter)

_PLAN: Final = dict.fromkeys(("secteur", "rapport", "image", "traits"), Sort.jeter)
# Une situation ne sort que recomposée en vignette : des étapes récrites, sans date ni aucun code.
_SITUATION: Final = {
    "code": Sort.jeter,
    "dernier_contact": Sort.jeter,
    "tranche_age": Sort.jeter,
    "besoins": Sort.jeter,
    "moments": Sort.jeter,
    "etapes": Sort.generaliser,
    "faits": Sort.jeter,
    "statut": Sort.jeter,
    "id": Sort.jeter,
}
_ETAPE: Final = {"jour": Sort.jeter, "quoi": Sort.generaliser, "id": Sort.jeter}
_REUNION: Final = {
    "instance": Sort.generaliser,
    "tenue_le": Sort.garder,
    "lieu": Sort.generaliser,
    "structures": Sort.generaliser,
    "ordre_du_jour": Sort.generaliser,
    "echanges": Sort.jeter,
    "questions": Sort.generaliser,
    "alertes": Sort.generaliser,
    "decisions": Sort.generaliser,
    "prochaine_le": Sort.garder,
    "id": Sort.jeter,
}
_DECISION: Final = {
    "quoi": Sort.generaliser,
    "structure": Sort.generaliser,
    "echeance": Sort.garder,
    "niveau": Sort.garder,
    "etat": Sort.garder,
    "etat_le": Sort.generaliser,
    "suite": Sort.generaliser,
    "id": Sort.jeter,
}
_ECHEANCE: Final = dict.fromkeys(
    (
        "jour",
        "genre",
        "quoi",
        "annuelle",
        "rappel",
        "situation_id",
        "repoussee_au",
        "faite_le",
        "id",
    ),
    Sort.jeter,
)

SORTS: Final[Mapping[type, Mapping[str, Sort]]] = {
    ChangementAttestation: _CHANGEMENT,
    Decision: _DECISION,
    Echeance: _ECHEANCE,
    EtapeSituation: _ETAPE,
    Fait: _FAIT,
    PlanSecteur: _PLAN,
    Reunion: _REUNION,
    Site: _SITE,
    Situation: _SITUATION,
    Tournee: _TOURNEE,
    Partenaire: _PARTENAIRE,
    Echange: _ECHANGE,
    Courrier: _COURRIER,
    Entete: _ENTETE,
    Levee: _LEVEE,
    **SORTS_INTERNES,
}
"""Le sort de chaque champ, par entité."""

SORTIES: Final[Mapping[str, tuple[type, str]]] = {
    "reference": (Fait, "id"),
    "semaine": (Fait, "instant"),
    "moment": (Fait, "instant"),
    "lieu": (Site, "libelle_public"),
    "lieu_tu": (Site, "libelle_public"),
    "famille": (Fait, "type"),
    "libelle_type": (Fait, "libelle_autre"),
}
"""De quel champ vient un champ de `FaitRelu` qui n'en porte pas le nom."""
