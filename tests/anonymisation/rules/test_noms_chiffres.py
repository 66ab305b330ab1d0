"""Un chiffre, un signe tapé pour une lettre fait un nom ; devant un mot du métier, il compte.

Témoin : `_est_un_code` toujours vrai, puis toujours faux, fait échouer ces essais (vu échouer).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier
from tat_carnet.anonymisation import Categorie


def test_un_chiffre_dans_un_nom_n_empeche_pas_de_le_masquer() -> None:
    verifier("⟦nom|fati7a⟧ attend au local", Categorie.nom)


@pytest.mark.parametrize("phrase", ["vu 3mecs au local", "5ados devant le gymnase"])
def test_un_compte_colle_a_un_mot_du_quartier_n_est_pas_un_nom(phrase: str) -> None:
    verifier(phrase, Categorie.nom)


@pytest.mark.parametrize(
    "phrase",
    [
        "⟦nom|T1ll14n⟧ a parlé",
        "⟦nom|y4n1s⟧ arrive",
        "vu ⟦nom|D3lph1ne⟧ hier",
        "⟦nom|z0r@n⟧ dort",
        "bonjour à ⟦nom?|tod@s⟧",
        "⟦nom|br4ndov4⟧ est passée",
    ],
)
def test_plusieurs_chiffres_ou_un_signe_n_y_changent_rien(phrase: str) -> None:
    verifier(phrase, Categorie.nom)


@pytest.mark.parametrize(
    "phrase",
    [
        "rdv14h30 à la CAF",
        "le12mai2026 rdv",
        "vers18h30, calme",
        "le b4h2 est vide",
        "R+4, T4, B2, 3e, mp3, CO2",
        "10€/mois, 20$ le mardi",
        "le 06 39 98 12 34 ne répond pas",
        "écrire à jean@example.org",
    ],
)
def test_un_code_une_heure_un_prix_n_en_sont_pas(phrase: str) -> None:
    verifier(phrase, Categorie.nom)
