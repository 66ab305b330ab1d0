"""Numéros de sécurité sociale et de compte ; une clé fausse reste un numéro.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (
    Categorie.nir,
    Categorie.iban,
)
TOUJOURS = [
    "NIR ⟦nir|2 09 05 99 999 012 59⟧",
    "⟦nir|209059999901259⟧",
    "clé fausse ⟦nir|2 09 05 99 999 012 58⟧",
    "sécu ⟦nir|1 95 03 2A 990 112 45⟧",
    "⟦nir|195032B99011245⟧",
    "son nir ⟦nir|1 95 03 13 990 112 45⟧ à effacer",
    "nir ⟦nir|1 95 03 2 a 990 112 45⟧ à effacer",
    "sécu ⟦nir|2 09 05 99 999⟧",
    "IBAN ⟦iban|FR76 3000 6000 0112 3456 7890 189⟧ reçu",
    "⟦iban|fr7630006000011234567890189⟧",
    "RIB ⟦iban|30006 00001 12345678901 89⟧",
    "sécu ⟦nir|un huit cinq zéro cinq neuf neuf neuf neuf zéro un deux trois⟧",
    "sécu : ⟦nir|1 85 O5 99 99O 123⟧",
    "⟦iban|FR76 3OOO 6OOO O112 3456 789O 189⟧",
    "⟦iban|F R 7 6 3 0 0 0 6 0 0 0 0 1 1 2 3 4 5 6 7 8 9 0 1 8 9⟧",
    "iban ⟦iban|FR76\n3000 6000 0112 3456 7890 189⟧",
    "iban : ⟦iban|fr soixante-seize trente zéro six⟧",
]
LEURRES = [
    "fr12 ab cd ef gh ij kl mn op",
    "référence 2 09 05 du bailleur",
    "be 12 seringues de 5 ml",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_numero_de_securite_sociale_ou_de_compte_se_trouve_sous_toute_graphie(
    phrase: str,
) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_reference_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
