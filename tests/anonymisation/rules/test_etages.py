"""Étages, portes, appartements ; un arrondissement ou une classe n'en sont pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.etage_porte,)
TOUJOURS = [
    "elle habite ⟦etage_porte|troisième dg⟧",
    "il vit au ⟦etage_porte|dernier⟧ de la tour",
    "entre le ⟦etage_porte|4e⟧ et le ⟦etage_porte|5e⟧.",
    "au ⟦etage_porte|3e étage porte gauche⟧",
    "⟦etage_porte|appt 31⟧",
    "monte au ⟦etage_porte|4ème⟧",
    "fuite au ⟦etage_porte|rdc⟧",
    "⟦etage_porte|porte bleue⟧",
    "⟦etage_porte|chambre 12⟧",
    "ça crie au ⟦etage_porte|2e⟧ ce soir",
]
LEURRES = [
    "la troisième fois",
    "3e arrondissement",
    "il est en 3e au collège",
    "la porte est cassée",
    "un appartement vide",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_etage_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_arrondissement_ou_une_classe_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
