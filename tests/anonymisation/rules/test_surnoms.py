"""Surnoms annoncés, titrés ou cités ; un gros camion, une citation, non.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie, reperer

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


@pytest.mark.parametrize(
    ("phrase", "attendu"),
    [
        ("Un gars surnommé Wifi capte tout.", "Wifi"),
        ("le sieur que chacun nomme le colonel dort", "le colonel"),
        ("P'tit Lu a grandi. Bravo.", "P'tit Lu"),
        ("p'tit louis a grandi", "p'tit louis"),
        ("Hier le Roi Kaf dormait.", "Roi Kaf"),
        ("biscotte les a démontées", "biscotte"),
    ],
)
def test_un_surnom_annonce_ou_capital_se_trouve(phrase: str, attendu: str) -> None:
    debut, reperes = phrase.index(attendu), reperer(phrase)
    lettres = [i for i in range(debut, debut + len(attendu)) if phrase[i].isalpha()]
    assert all(any(r.debut <= i < r.fin for r in reperes) for i in lettres)


@pytest.mark.parametrize(
    "phrase",
    [
        "entre soignants on a parlé",
        "surnommé par tous depuis hier",
        "surnommé ce soir",
        "surnommé dans la rue",
        "elle est surnommée. Rien",
        "surnommé le",
        "P'tit. Rien de plus",
    ],
)
def test_un_groupe_ou_une_suite_ordinaire_n_est_pas_un_surnom(phrase: str) -> None:
    assert not [r for r in reperer(phrase) if r.categorie is Categorie.surnom]
