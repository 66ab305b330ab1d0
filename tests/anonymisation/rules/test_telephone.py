"""Un numéro, quelle que soit la façon de le taper ; un numéro d'urgence n'en est pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.telephone,)
TOUJOURS = [
    "rappeler au ⟦telephone|06 39 98 12 34⟧",
    "tel ⟦telephone|06.39.98.12.34⟧ merci",
    "tel ⟦telephone|06/39/98/12/34⟧",
    "c'est ⟦telephone|0639981234⟧ le soir",
    "⟦telephone|o6 39 98 7o 11⟧",
    "⟦telephone|+33 6 39 98 05 51⟧",
    "⟦telephone|0033639980551⟧",
    "⟦telephone|(+33) 1 99 00 12 34⟧",
    "⟦telephone|zéro six trente-neuf quatre-vingt-dix-huit zéro deux onze⟧",
    "numéro ⟦telephone|02 61 91 45 67⟧",
    "fixe ⟦telephone|03 53 01 22 10⟧ et ⟦telephone|04 65 71 00 12⟧",
    "⟦telephone|05-36-49-10-20⟧",
    "joignable ⟦telephone|199004567⟧",
    "⟦telephone|06 trente-neuf 98 douze 34⟧",
    "⟦telephone|06*39*98*12*34⟧",
    "⟦telephone|06 39 98\n12 34⟧",
    "son numéro finit par ⟦telephone|12 34⟧",
    "⟦telephone|06•39•98•12•34⟧ le soir",
    "⟦telephone|06 39 98 12 3⟧ ?? chiffre oublié",
    "⟦telephone|06 39 98 4? 67⟧ noté sur la main",
    "le début manque, la fin c'est ⟦telephone|45 67⟧",
    "⟦telephone|06 39 98 12 xx⟧ noté à la hâte",
    "⟦telephone|06 39 98 12 x4⟧ mal lu",
    "le ⟦telephone|06 39 98 puis 12 34⟧",
    "le ⟦telephone|06 39 98 (silence) 12 34⟧",
    "le ⟦telephone|06 39 98 12 et 34⟧ dit-elle",
    "⟦telephone|06 39 98 un deux trois quatre⟧",
    "⟦telephone|06 39 98 12 trente-quatre⟧",
    "⟦telephone|06 39 98 12 34 ou 36⟧, un des deux",
    "⟦telephone|06 39 98 12 34/35⟧",
    "⟦telephone|06 (39 98) 12 34⟧",
    "(⟦telephone|06) 39 98 12 34⟧",
    "⟦telephone|tel0639981234⟧",
    "⟦telephone|6 39 98 12 34⟧ sans le zéro",
    "⟦telephone|six trente-neuf quatre-vingt-dix-huit douze trente-quatre⟧",
    "⟦telephone|zéro sept, trente-neuf, douze, quarante⟧, la suite plus tard",
]
LEURRES = [
    "la facture du 06 11 2024",
    "appeler le 115 ou le 3919",
    "un lot 2024-11",
    "on a compté 12 34 seringues",
    "ouvert de 9 à 17, 7 jours sur 7",
    "numéro vert 0800 23 13 13",
    "numéro vert 08 puis 00 23 13 13",
    "00 puis 12 et 34 : un code",
    "six, sept, huit jeunes, puis douze",
    "zéro, puis deux, puis rien",
    "0 en 2026, 12 en 2025",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_numero_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_numero_court_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
