"""Les trois sorts d'un champ, et ceux de ce que le cahier tient pour lui-même.

Journaux, purges, filtres, motifs : rien ne va d'ici à un document, et une projection n'en montre
que des dates, des codes et des nombres.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto
from typing import Final

from tat_carnet.domain.comptes import ComptesSite
from tat_carnet.domain.conservation import (
    Annonce,
    Apercu,
    LignePurge,
    PurgeEnCours,
    Restes,
    Suspension,
)
from tat_carnet.domain.corbeille import FaitJete
from tat_carnet.domain.courrier import Changement, Demande, EffetObserve, Reponse
from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.frise import Frise, Marque
from tat_carnet.domain.importation import Import
from tat_carnet.domain.journal import LigneJournal
from tat_carnet.domain.logo import Logo
from tat_carnet.domain.partenaire import FiltreAnnuaire
from tat_carnet.domain.plan import Position
from tat_carnet.domain.sas import EssaiIntrus, Sillage
from tat_carnet.domain.sauvegarde import SecondDossier
from tat_carnet.domain.trouvaille import Trouvaille


class Sort(StrEnum):
    """Jeter : ne sort jamais. Généraliser : sort récrit ou arrondi. Garder : sort tel quel."""

    jeter = auto()
    generaliser = auto()
    garder = auto()


def _sorts(*, jeter: str = "", garder: str = "", generaliser: str = "") -> dict[str, Sort]:
    """Les noms des champs, séparés d'une espace, sous leur sort."""
    return (
        dict.fromkeys(jeter.split(), Sort.jeter)
        | dict.fromkeys(generaliser.split(), Sort.generaliser)
        | dict.fromkeys(garder.split(), Sort.garder)
    )


SORTS_INTERNES: Final[Mapping[type, Mapping[str, Sort]]] = {
    Annonce: _sorts(garder="objet annoncee_le prevue_le borne"),
    Apercu: _sorts(garder="objet borne nombres periodes sans_relecture"),
    Changement: _sorts(garder="statut", jeter="le"),
    ComptesSite: _sorts(garder="mois faits efforts total"),
    Demande: _sorts(generaliser="texte", garder="echeance"),
    EffetObserve: _sorts(jeter="le texte tournees faits", garder="evolution"),
    EssaiIntrus: _sorts(jeter="le famille gardien policier id", garder="genre"),
    FaitJete: _sorts(garder="fait", jeter="jete_le"),
    Filtre: _sorts(
        jeter="texte",
        garder="site_id famille type attestation du au relu secteur theme gravite tolerant",
    ),
    FiltreAnnuaire: _sorts(jeter="texte", garder="type a_verifier_le"),
    FiltreGarde: _sorts(jeter="nom", garder="filtre jours"),
    Frise: _sorts(jeter="marques tournees", garder="du au"),
    Import: _sorts(jeter="le empreinte", garder="nombre relus id"),
    LigneJournal: _sorts(garder="le genre format empreinte faits id", jeter="destinataire"),
    LignePurge: _sorts(garder="le geste objet borne nombres empreinte id"),
    Logo: _sorts(garder="largeur hauteur points"),
    Marque: _sorts(jeter="instant", garder="type attestation"),
    Position: _sorts(jeter="x y"),
    PurgeEnCours: _sorts(garder="objet borne nombres"),
    Reponse: _sorts(garder="le", jeter="texte"),
    Restes: _sorts(jeter="termes mots filtres"),
    SecondDossier: _sorts(jeter="path derniere"),
    Sillage: _sorts(garder="reference lieu periode type tranche_age publics"),
    Suspension: _sorts(garder="depuis direction_prevenue", jeter="motif"),
    Trouvaille: _sorts(garder="genre id", jeter="titre precision"),
}
"""Le destinataire d'une sortie est tapé à la main et ne se relit pas : il peut nommer quelqu'un."""
