"""Un surnom usuel, sans majuscule, que la préposition désigne ; avec son article, une chose."""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie


@pytest.mark.parametrize(
    "phrase", ["chez ⟦surnom|sardine⟧ hier", "la mère de ⟦surnom|sardine⟧ est venue"]
)
def test_un_surnom_usuel_se_masque_sans_majuscule(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, Categorie.surnom, Categorie.nom)


def test_une_sardine_a_table_n_est_personne() -> None:
    verifier_sous_toute_graphie("ils ont mangé des sardines", Categorie.surnom, Categorie.nom)
