"""Immatriculations, entières, dictées ou commencées ; une quantité n'en est pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.plaque,)
TOUJOURS = [
    "golf ⟦plaque|AB-000-CD⟧ garée",
    "⟦plaque|ab000cd⟧ garée",
    "⟦plaque|AB 000 CD⟧",
    "une vieille ⟦plaque|000 AAA 00⟧",
    "plaque ⟦plaque|AB 000⟧",
    "plaque c'est ⟦plaque|a b zéro zéro zéro c d⟧",
    "⟦plaque|a b zéro zéro zéro c d⟧",
    "immat. ⟦plaque|AB 000⟧",
    "plaque ⟦plaque|AB triple zéro CD⟧",
    "plaque belge ⟦plaque|1-AAA-000⟧",
    "un scooter ⟦plaque|AB-OOO-CD⟧",
    "vu ⟦plaque|ab 0 0 0 cd⟧ hier",
    "plaque⟦plaque|AB-000-CD⟧",
    "⟦plaque|AA zéro zéro zéro BB⟧ noté",
    "plaque ⟦plaque|A.B. 000 C.D⟧.",
    "plaque ⟦plaque|zéd zéd zéro zéro zéro ku ku⟧",
    "plaque ⟦plaque|bé dé trois fois zéro cé cé⟧",
    "plaque ⟦plaque|GE 000000⟧",
    "plaque commence par ⟦plaque|AB 00⟧",
    "plaque finissant par ⟦plaque|CD⟧",
    "immat ⟦plaque|AB⟧ quelque chose",
]
LEURRES = [
    "de 300 de la ville",
    "il en a 200 sur 300",
    "12 mg et 20 ml",
    "il y a eu 3 plaques de 200 g",
    "vu de 200 la semaine",
    "plaque de 200 gr",
    "une plaque en fer",
    "immat ok",
]


def test_deux_lettres_qui_sont_un_mot_font_une_plaque_en_capitales() -> None:
    verifier("vu ⟦plaque|DE 000 LA⟧ sur le pare-brise", *CATEGORIES)
    verifier("VU DE 200 LA SEMAINE", *CATEGORIES)


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_une_plaque_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_quantite_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
