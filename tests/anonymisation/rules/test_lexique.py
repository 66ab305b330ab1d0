"""Les mots que la démarche reformule se décident ; « nourrice » ne sort pas (domaine, §2).

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (
    Categorie.lexique,
    Categorie.nourrice,
    Categorie.appreciation,
)
TOUJOURS = [
    "un ⟦lexique?|dealer⟧ au pied de la tour",
    "les ⟦lexique?|guetteurs⟧ sifflent",
    "deux ⟦lexique?|toxicos⟧",
    "un ⟦lexique?|point de deal⟧",
    "un ⟦lexique?|squat de hall⟧",
    "⟦lexique?|zone de non-droit⟧",
    "une ⟦lexique?|famille complice⟧",
    "un ⟦lexique?|jeune délinquant⟧",
    "⟦lexique?|les jeunes⟧ du city",
    "une ⟦lexique?|droguée⟧",
    "l'appart d'une ⟦nourrice|nourrice⟧",
    "des ⟦lexique?|choufs⟧",
]
LEURRES = [
    "un jeune attend",
    "le squat est un mouvement de gym",
    "la drogue circule",
    "une famille nombreuse",
    "un idéal",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_mot_a_reformuler_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_mot_voisin_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
