"""Aux acteurs de santé, sur des produits et leurs effets : alerter, équiper, analyser."""

from __future__ import annotations

from typing import Final

from tat_carnet.documents.courriers import paragraphes as p
from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.domain.vocabulaire import Famille, TypePartenaire

MODELE: Final = Modele(
    cle="sante_produits",
    familles=(
        Famille.sante,
        Famille.traces,
    ),
    destinataires=(
        TypePartenaire.caarud_csapa_cjc,
        TypePartenaire.ars,
        TypePartenaire.soins_ville,
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
