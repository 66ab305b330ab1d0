"""Prénoms et noms, rares, communs ou mal écrits ; le mot ordinaire qui leur ressemble, non.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.nom,)
TOUJOURS = [
    "vu ⟦nom|Karim⟧ ce soir",
    "⟦nom|aimé diallo⟧ attend",
    "la mère de ⟦nom|prince⟧",
    "mme ⟦nom|ouedraogo⟧ appelle",
]
TELS_QUELS = [
    "⟦nom|Jean-Philippe Le Goff⟧",
    "⟦nom|rose⟧ est venue",
    "⟦nom|Rose⟧, 14 ans",
    "⟦nom|Pierre⟧ a dit",
    "⟦nom|claire⟧ dit non",
    "son nom c'est ⟦nom|Prince⟧",
    "deux dossiers : ⟦nom|aimé⟧ (le grand)",
    "M. ⟦nom|Roche⟧",
    "⟦nom|Kevinne⟧ a dit",
    "⟦nom|Yassminne⟧ traîne",
    "⟦nom|zorhab⟧ a dit",
    "un ⟦nom?|zorhab⟧",
    "⟦nom|Saïd-Ali⟧",
    "⟦nom|Lina B⟧",
    "rdv à ELAN demain",
    "Vu avec ⟦nom|abdoule⟧ ce soir",
    "vu ⟦nom|Karim⟧ le",
    "Vu ⟦nom|Karim⟧ + ⟦nom|rose⟧ dit non",
    "⟦nom?|Grâce⟧ à lui",
    "avec ⟦nom|grâce⟧",
    "⟦nom|Kinder⟧ l'attend",
    "la famille ⟦nom|da rose⟧ a appelé",
    "vu ce soir, ⟦nom|claire⟧, mère de ⟦nom|sami⟧, fatiguée",
    "ce soir ⟦nom|rose⟧, la soeur de ⟦nom|karim⟧, a appelé",
]
LEURRES = [
    "une rose est venue",
    "la pierre du seuil",
    "il fait clair",
    "Démenti par le centre social",
    "Est venu à l'accueil, seul",
    "Jusqu'à la fermeture, tout est calme",
    "Exclu du collège depuis lundi",
    "Permettre aux jeunes de souffler",
    "Nous les orienterons vers la mission locale",
    "la CAF et l'ASE",
    "la mission locale",
    "le grand soir",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_nom_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_un_nom_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_mot_ordinaire_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
