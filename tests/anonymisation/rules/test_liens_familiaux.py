"""Un lien qui mène à un foyer ; une maman, une famille d'accueil n'y mènent pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie, reperer

CATEGORIES = (Categorie.lien_familial,)
TOUJOURS = [
    "⟦lien_familial|le fils du⟧ boulanger",
    "⟦lien_familial|son pater⟧ est loin",
    "⟦lien_familial|ses vieux⟧ savent pas",
    "⟦lien_familial|sa moitié⟧ l'a mis dehors",
    "⟦lien_familial|son frair⟧ dort",
    "⟦lien_familial|son fis⟧ est parti",
    "⟦lien_familial|l'oncle maternel de⟧ Karim",
    "⟦lien_familial|ses deux petites sœurs⟧",
    "⟦lien_familial|son ex-belle-mère⟧",
    "⟦lien_familial|son tuteur légal⟧ ne répond pas",
    "⟦lien_familial|ses parents adoptifs⟧",
    "⟦lien_familial|son bb⟧ tousse",
    "⟦lien_familial|la dernière de⟧ Karim",
    "⟦lien_familial|sa mère⟧ appelle",
    "⟦lien_familial|la mère de⟧ Théo",
    "⟦lien_familial|le grand frère de⟧ Karim",
    "⟦lien_familial|ses petits frères⟧",
    "⟦lien_familial|belle-mère de⟧ Lina",
    "⟦lien_familial|la maman de⟧ Inès",
    "⟦lien_familial|leur tante⟧ est venue",
    "vu la ⟦lien_familial|belle-mère⟧",
    "⟦lien_familial|la fille de⟧ Karim",
    "⟦lien_familial|sa gm⟧ l'héberge",
    "⟦lien_familial|ses 3 frères⟧",
    "⟦lien_familial|son petit dernier⟧",
    "⟦lien_familial|sa tantine⟧",
    "⟦lien_familial|ton frère⟧",
    "⟦lien_familial|son b-père⟧",
    "hébergé chez la ⟦lien_familial|tatie⟧",
    "⟦lien_familial|son p'tit frère⟧",
    "⟦lien_familial|sa bonne-maman⟧",
    "⟦lien_familial|sa petite⟧ dort",
    "une ⟦lien_familial|tante à lui⟧",
    "la ⟦lien_familial|mère et la fille⟧",
    "la ⟦lien_familial|petite dernière⟧",
    "le ⟦lien_familial|cadet⟧",
    "⟦lien_familial|notre mère⟧",
    "⟦lien_familial|son père biologique⟧",
]
TELS_QUELS = [
    "⟦lien_familial|les parents du petit⟧ Karim",
    "⟦lien_familial?|la fille de⟧ passage",
    "⟦lien_familial|la mer de⟧ Karim dort",
    "⟦lien_familial|la mer d⟧'Irlande a dit oui",
]
LEURRES = [
    "il a pêché en mer d'Irlande",
    "la mer du Nord, froide, et le vent",
    "un petit de quatre ans",
    "la cousn de passage",
    "le dernier de la liste",
    "sa moitié de pizza",
    "ses vieux habits",
    "elle répond même au téléphone",
    "il parle même des devoirs",
    "une maman",
    "une famille d'accueil",
    "leur grande taille",
    "le père noël",
    "son grand projet",
    "un fils à charge",
    "son petit projet",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_lien_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_un_lien_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_parent_quelconque_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize(
    ("phrase", "attendu"),
    [
        ("sa mre a appelé", "sa mre"),
        ("son frrèe dort", "son frrèe"),
        ("la mrèe de Kyllian pleure", "la mrèe de"),
    ],
)
def test_un_lien_mal_tape_se_trouve(phrase: str, attendu: str) -> None:
    assert attendu in [phrase[r.debut : r.fin] for r in reperer(phrase)]
