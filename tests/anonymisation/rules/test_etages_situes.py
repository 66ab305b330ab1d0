"""Un étage, une porte que l'on décrit sans en dire le numéro, ou qu'on dit en lettres.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie, reperer


@pytest.mark.parametrize(
    "phrase",
    [
        "chez elle, ⟦etage_porte|porte violette⟧, on sonne",
        "⟦etage_porte|porte sans sonnette⟧, on frappe",
        "la ⟦etage_porte|porte avec une guirlande⟧",
        "il loge ⟦etage_porte|mansarde du fond⟧",
        "le ⟦etage_porte|deuxième niveau⟧, vide",
        "fuite au ⟦etage_porte|dern. étage⟧",
        "au ⟦etage_porte|deux cent quarante⟧ ça ne répond pas",
        "elle vit ⟦etage_porte|tout en haut à gauche⟧",
        "hospitalisé, ⟦etage_porte|lit 4 côté jardin⟧",
        "la ⟦etage_porte|2e portillon⟧ grince",
    ],
)
def test_une_porte_decrite_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, Categorie.etage_porte)


@pytest.mark.parametrize(
    "phrase",
    ["une porte à l'heure", "on a porté les sacs", "au deux cent mètres haies", "le niveau monte"],
)
def test_ce_qui_n_ouvre_sur_personne_n_en_est_pas(phrase: str) -> None:
    assert Categorie.etage_porte not in {r.categorie for r in reperer(phrase)}


@pytest.mark.parametrize(
    "phrase",
    [
        "il dort chez sa tante, ⟦etage_porte|deux étages plus bas⟧",
        "on écoute derrière la ⟦etage_porte|porte d'à côté⟧",
        "elle vit ⟦etage_porte|tout en haut⟧ : le vent passe",
        "trois jeunes sur la coursive du ⟦etage_porte|six⟧, calmes",
        "elle habite le ⟦etage_porte|neuf⟧ avec son chat",
        "assise entre ⟦etage_porte|le deux et le trois⟧, seule",
        "mot laissé au ⟦etage_porte|3D⟧, vieille habitude",
        "interphone marqué « Brelaz », ⟦etage_porte|5e⟧.",
        "au foyer, la ⟦etage_porte|214⟧ est vide",
        "foyer / ⟦etage_porte|212⟧ / absent",
        "elle loge au ⟦etage_porte|cent quinze⟧ depuis lundi",
    ],
)
def test_un_etage_se_dit_par_rapport_a_un_autre(phrase: str) -> None:
    verifier(phrase, Categorie.etage_porte)


@pytest.mark.parametrize(
    "phrase",
    [
        "deux étages plus",
        "sa 208 est garée",
        "tout en haut de la liste",
        "on appelle le cent quinze",
        "le cent dix-neuf a été saisi",
    ],
)
def test_ni_une_voiture_ni_une_liste_ni_un_numero_d_urgence_n_a_d_etage(phrase: str) -> None:
    assert not [r for r in reperer(phrase) if r.categorie is Categorie.etage_porte]
