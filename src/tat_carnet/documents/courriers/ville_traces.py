"""À la ville, pour ce qui reste dans l'espace public : ramasser, collecter, former."""

from __future__ import annotations

from typing import Final

from tat_carnet.documents.courriers import paragraphes as p
from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.domain.vocabulaire import Famille, TypePartenaire

MODELE: Final = Modele(
    cle="ville_traces",
    familles=(
        Famille.traces,
        Famille.sante,
    ),
    destinataires=(
        TypePartenaire.ville,
        TypePartenaire.metropole,
    ),
    copies=(TypePartenaire.caarud_csapa_cjc,),
    paragraphes=(
        p.qui_nous_sommes,
        p.faits_en_liste,
        p.effets,
        p.demandes,
        p.disponibilite,
        p.clause,
    ),
)
