"""Au préfet ou au conseil local, sur des tensions : une chronologie, et la charte rappelée."""

from __future__ import annotations

from typing import Final

from tat_carnet.documents.courriers import paragraphes as p
from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.domain.vocabulaire import Famille, TypePartenaire

MODELE: Final = Modele(
    cle="prefet_clspd_tensions",
    familles=(
        Famille.tensions,
        Famille.revente,
    ),
    destinataires=(
        TypePartenaire.prefecture,
        TypePartenaire.ville,
    ),
    paragraphes=(
        p.qui_nous_sommes,
        p.chronologie,
        p.effets,
        p.demandes,
        p.charte,
        p.disponibilite,
        p.clause,
    ),
)
