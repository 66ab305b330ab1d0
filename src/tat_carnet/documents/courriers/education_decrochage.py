"""À l'Éducation nationale, sur le décrochage : des comptages, jamais une histoire d'élève."""

from __future__ import annotations

from typing import Final

from tat_carnet.documents.courriers import paragraphes as p
from tat_carnet.documents.courriers.modele import Modele
from tat_carnet.domain.vocabulaire import Famille, TypePartenaire

MODELE: Final = Modele(
    cle="education_decrochage",
    familles=(Famille.ecole_insertion,),
    destinataires=(TypePartenaire.education_nationale,),
    copies=(TypePartenaire.emploi_insertion,),
    paragraphes=(
        p.qui_nous_sommes,
        p.comptages,
        p.effets,
        p.demandes,
        p.disponibilite,
        p.clause,
    ),
)
