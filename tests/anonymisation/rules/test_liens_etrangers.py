"""Les liens de famille que les notes gardent dans la langue de la personne.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

TOUJOURS = [
    "⟦lien_familial|the brother of⟧ Zorhan is back",
    "⟦lien_familial|son padrasto⟧ crie",
    "⟦lien_familial|sa babaanne⟧ dort",
    "⟦lien_familial|son thambi⟧ joue",
    "⟦lien_familial|so ziu⟧ le garde",
    "⟦lien_familial|manman⟧ Kylian té la",
    "⟦lien_familial|sa khalti⟧ paie le bus",
    "⟦lien_familial|son doomu⟧ dort",
    "⟦lien_familial|manman li⟧ travay",
    "⟦lien_familial|papa mwen⟧ pa la",
    "⟦lien_familial|o pai dela⟧ est reparti",
    "⟦lien_familial|su madre⟧ no sabe",
    "⟦lien_familial|khouh⟧ est venu",
    "⟦lien_familial|his mother⟧ called",
    "⟦lien_familial|sama yaay⟧ est là",
    "⟦lien_familial|out frer⟧ i dor",
    "⟦lien_familial|sa blonde⟧ l'a sacré dehors",
    "⟦lien_familial|le chum à⟧ Daphnée",
]
LEURRES = [
    "cette manman Kylian",
    "du khal sur sa veste",
    "manman té la",
    "du khal sur les yeux",
    "o bairro est calme",
    "un primo de plus",
    "pas de khalti",
    "hier khalti est venue",
    "la mission a rappelé",
    "une blonde passe",
    "un chum passe",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_lien_se_trouve_dans_la_langue_de_la_personne(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, Categorie.lien_familial)


@pytest.mark.parametrize("phrase", LEURRES)
def test_ce_qui_n_est_pas_possede_n_en_est_pas_un(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, Categorie.lien_familial)
