"""Des initiales, pointées ou nues ; un sigle, une vitamine, une abréviation n'en sont pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.initiales,)
TOUJOURS = [
    "⟦initiales|K. B.⟧ est venu",
    "Mme ⟦initiales|D.⟧ a dit",
    "chez ⟦initiales|R.⟧ ce soir",
    "monsieur ⟦initiales|T⟧ est parti",
]
TELS_QUELS = [
    "vu ⟦initiales|K⟧ hier",
    "⟦initiales|S⟧ a dit non",
    "on voit ⟦initiales|AK⟧, fatigué",
    "vu ⟦initiales|B.⟧ à 15h",
    "LE PETIT ⟦initiales|S⟧ L'A SUIVI",
    "ON DIRA ⟦initiales|AK⟧ DANS LES NOTES",
    "s15 ; ⟦initiales|kb⟧ ; stage",
    "⟦initiales|w⟧ est venu au local",
]
LEURRES = [
    "vitamine C",
    "le QPV",
    "p. ex. le city",
    "c.à.d. demain",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_une_initiale_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_une_initiale_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_sigle_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
