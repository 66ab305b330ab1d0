"""Surnoms annoncés, titrés ou cités ; un gros camion, une citation, non.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.surnom,)
TELS_QUELS = [
    "⟦surnom|La Duchesse⟧ tient le banc",
    "⟦surnom|le gros⟧ a séparé",
    "on l'appelle « ⟦surnom|boulette⟧ »",
    "que « ⟦surnom|coco⟧ » vend",
    "⟦surnom|Gros Bébé⟧ rit",
    "Victor dit ⟦surnom|le Belge⟧",
    "Victor dit ⟦surnom|le Belge⟧ veut partir",
    "les copains l'appellent ⟦surnom|boulette⟧",
    "⟦surnom|Doc⟧, qui n'est pas docteur",
    "« ⟦surnom?|Aller vers⟧ »",
    "⟦surnom|JB la Malice⟧",
    "⟦surnom|Le L⟧ a parlé",
]
LEURRES = [
    "vu Le Pilier de comptoir",
    "le petit groupe",
    "un gros souci",
    "le gros camion",
    "la grande rue",
    "un bonbon",
    "« bonjour à tous »",
]


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_un_surnom_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_taille_ou_une_citation_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
