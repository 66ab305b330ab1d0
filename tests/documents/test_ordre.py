"""Le rang d'un fait dans une liste ne dit pas son jour.

Témoin (vu une fois) : rendre les faits tels qu'ils arrivent fait échouer le premier essai.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from documents.exemples import fait_relu, relu
from tat_carnet.documents.comptes_rendus.dementis import blocs_dementis
from tat_carnet.documents.interface import Bloc
from tat_carnet.documents.ordre import sans_jour
from tat_carnet.domain.relu import DementiRelu, FaitRelu
from tat_carnet.domain.vocabulaire import TypeFait

BRUIT = fait_relu(TypeFait.bruit, "Du bruit tard le soir.")
SQUARE, PLACE = replace(BRUIT, lieu=relu("Square")), replace(BRUIT, lieu=relu("Place"))
AVANT = replace(BRUIT, semaine="2026-S46")
AU_MOIS = replace(BRUIT, semaine="2026-11")


def lieux(*faits: FaitRelu) -> list[str]:
    return [fait.lieu.texte for fait in sans_jour(faits)]


def test_deux_faits_d_une_semaine_se_lisent_toujours_dans_le_meme_ordre() -> None:
    assert lieux(SQUARE, PLACE) == lieux(PLACE, SQUARE) == ["Place", "Square"]


def test_les_semaines_gardent_leur_ordre_et_le_mois_vient_apres() -> None:
    assert sans_jour([AU_MOIS, BRUIT, AVANT]) == [BRUIT, AVANT, AU_MOIS]
    for donnes in permutations((AU_MOIS, BRUIT, AVANT)):
        assert sans_jour(donnes)[-1] is AU_MOIS


def test_deux_dementis_d_un_mois_se_lisent_toujours_dans_le_meme_ordre() -> None:
    """Témoin (vu une fois) : les ranger par leur seule période, et l'ordre reçu reste."""
    un = DementiRelu("f1", "2026-11", relu("Nord"), relu("Rien ne s’est passé."))
    autre = replace(un, lieu=relu("Centre"))

    def dites(*dementis: DementiRelu) -> list[Bloc]:
        return list(blocs_dementis(dementis, 2026))

    assert dites(un, autre) == dites(autre, un)
