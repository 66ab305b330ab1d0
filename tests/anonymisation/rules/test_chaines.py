"""Où finit un nom : ce qui le prolonge, et le verbe ou le mot qui ne le prolonge pas.

Témoin : faire rendre `rang` à `chaines.fin_de_chaine` fait échouer ces essais.
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier
from tat_carnet.anonymisation import Categorie, Niveau, reperer


@pytest.mark.parametrize(
    "phrase",
    [
        "vu ⟦nom|kevin roux⟧, calme",
        "vu ⟦nom|karim moreau⟧ ce soir",
        "vu ⟦nom|kevin jonquille⟧ hier",
        "On a vu ⟦nom|Yanis de La Gouadec⟧ hier soir au local.",
    ],
)
def test_un_nom_se_prolonge_jusqu_a_son_dernier_mot(phrase: str) -> None:
    verifier(phrase, Categorie.nom)


@pytest.mark.parametrize("phrase", ["kévin serra la main tendue", "sami serra sa ceinture"])
def test_un_verbe_ne_prolonge_pas_le_nom(phrase: str) -> None:
    masques = [phrase[r.debut : r.fin] for r in reperer(phrase) if r.niveau is Niveau.masquer]
    assert masques == [phrase.split()[0]]


@pytest.mark.parametrize(
    ("phrase", "nom"),
    [
        ("vu sami martinez hier", "sami martinez"),
        ("y avait lea marchand toute seule", "lea marchand"),
        ("moussa boucher arbitre ce soir", "moussa boucher"),
        ("vu inès belarbi dehors", "inès belarbi"),
        ("Demande de Kassim Toulouse, reçue hier.", "Kassim Toulouse"),
        ("rappeler mme de la treille", "de la treille"),
    ],
)
def test_le_nom_de_famille_suit_son_prenom_sans_capitale(phrase: str, nom: str) -> None:
    """Témoin : sans `noms_ine.txt` ni les noms qui sont aussi des mots, ils restaient (vu)."""
    assert nom in [phrase[r.debut : r.fin] for r in reperer(phrase) if r.niveau is Niveau.masquer]


@pytest.mark.parametrize(
    "phrase", ["sonia berger allemand en laisse", "kévin petit frère de", "mme de la mairie"]
)
def test_un_mot_qualifie_ne_prolonge_pas_le_nom(phrase: str) -> None:
    masques = [phrase[r.debut : r.fin] for r in reperer(phrase) if r.niveau is Niveau.masquer]
    assert not {"berger", "petit", "mairie"} & {mot for m in masques for mot in m.split()[:2]}
