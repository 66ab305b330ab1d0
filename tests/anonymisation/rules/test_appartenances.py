"""Origine et religion ne sortent jamais ; une langue, un plat, un commerce ne sont à personne.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.origine_religion,)
TOUJOURS = [
    "une dame ⟦origine_religion|comorienne⟧",
    "un jeune ⟦origine_religion|musulman⟧",
    "des ⟦origine_religion|Roms⟧ sous le pont",
    "d'origine ⟦origine_religion|malienne⟧",
    "elle vient du ⟦origine_religion|Sénégal⟧",
    "arrivée de ⟦origine_religion|Syrie⟧",
    "il fait ⟦origine_religion|le ramadan⟧",
    "entre les ⟦origine_religion|prières⟧",
    "elle porte ⟦origine_religion|le voile⟧",
    "un ⟦origine_religion|blédard⟧",
    "le mari, ⟦origine_religion|bolivien⟧, cherche",
    "ils viennent d'⟦origine_religion|Érythrée⟧",
    "sa mère est ⟦origine_religion|athée⟧",
    "un vieux ⟦origine_religion|pied-noir⟧ raconte",
    "⟦origine_religion|enfant de chœur⟧",
    "il vient d'⟦origine_religion|Anjouan⟧",
    "elle parle ⟦origine_religion?|tamoul⟧",
    "il parle un peu anglais et ⟦origine_religion?|soninké⟧",
]
LEURRES = [
    "un thé offert",
    "du poulet africain",
    "un restaurant chinois",
    "une blague tchèque",
    "il roule en ville",
    "le quartier arabe",
    "la Bretagne",
    "ramadan commencé",
    "des cours d'arabe",
    "une affiche en tamoul et en turc",
    "il comprend le portugais",
    "un film en arabe et turc",
    "le Secours catholique",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_une_origine_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_plat_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
