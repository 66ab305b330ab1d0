"""Pour des familles exposées : cinq demandes au moins, à qui peut les tenir."""

from __future__ import annotations

from typing import Final

from tat_carnet.documents.courriers import paragraphes as p
from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.domain.vocabulaire import Famille, TypePartenaire

MODELE: Final = Modele(
    cle="soutien_familles",
    familles=(
        Famille.familles,
        Famille.tensions,
    ),
    destinataires=(
        TypePartenaire.departement_ase,
        TypePartenaire.bailleur,
        TypePartenaire.ville,
        TypePartenaire.aide_victimes,
    ),
    paragraphes=(
        p.qui_nous_sommes,
        p.faits_en_liste,
        p.effets,
        p.demandes,
        p.disponibilite,
        p.clause,
    ),
    demandes_au_moins=5,
)
