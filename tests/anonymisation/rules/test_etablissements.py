"""Un établissement nommé ; « le collège » seul n'en est pas un.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.etablissement,)
TOUJOURS = [
    "⟦etablissement|collège Rosa-Parks⟧",
    "au ⟦etablissement|centre hospitalier du Val-Doré⟧",
]
TELS_QUELS = [
    "⟦etablissement|école maternelle les pins⟧",
    "placé à la ⟦etablissement|MECS Les Tilleuls⟧",
    "⟦etablissement|lycée Jean Moulin⟧",
    "le ⟦etablissement|collège Val Fleuri⟧, absent",
]
LEURRES = [
    "le foyer de l'enfance est plein",
    "devant le collège",
    "collège de secteur",
    "le lycée professionnel",
    "le lycée 3 jours par semaine",
    "école fermée demain",
    "collège",
    "l'école n'en voulait pas",
    "pas un seul foyer n'en veut",
    "les gars du foyer Adoma",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_etablissement_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_un_etablissement_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_etablissement_sans_nom_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
