"""Au bailleur, pour ses parties communes : réparer, nettoyer, venir marcher ensemble."""

from __future__ import annotations

from typing import Final

from tat_carnet.documents.courriers import paragraphes as p
from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.domain.vocabulaire import Famille, TypePartenaire

MODELE: Final = Modele(
    cle="bailleur_parties_communes",
    familles=(
        Famille.espaces,
        Famille.traces,
    ),
    destinataires=(
        TypePartenaire.bailleur,
        TypePartenaire.syndic,
    ),
    paragraphes=(
        p.qui_nous_sommes,
        p.faits_en_liste,
        p.effets,
        p.demandes,
        p.disponibilite,
        p.clause,
    ),
)
