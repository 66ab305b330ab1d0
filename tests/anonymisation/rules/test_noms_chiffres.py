"""Un chiffre tapé pour une lettre fait un nom ; devant un mot du métier, il compte."""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier
from tat_carnet.anonymisation import Categorie


def test_un_chiffre_dans_un_nom_n_empeche_pas_de_le_masquer() -> None:
    verifier("⟦nom|fati7a⟧ attend au local", Categorie.nom)


@pytest.mark.parametrize("phrase", ["vu 3mecs au local", "5ados devant le gymnase"])
def test_un_compte_colle_a_un_mot_du_quartier_n_est_pas_un_nom(phrase: str) -> None:
    verifier(phrase, Categorie.nom)
