"""Une heure exacte ; une durée n'en est pas une.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.heure,)
TOUJOURS = [
    "vers ⟦heure|minuit moins le quart⟧",
    "à ⟦heure|8 heures pétantes⟧",
    "⟦heure|midi pile⟧ devant l'école",
    "assis là depuis ⟦heure|minuit⟧",
    "il était ⟦heure|quart pour dix⟧",
    "rappeler before ⟦heure|noon⟧",
    "appel 115 à ⟦heure|22h05⟧",
    "vu à ⟦heure|22h3O⟧",
    "retour ⟦heure|2130⟧.",
    "à la récré de ⟦heure|dix heures⟧",
    "⟦heure|sizè di swè⟧, tout moun",
    "vu à ⟦heure|22h50⟧",
    "vers ⟦heure|21 heures⟧",
    "à ⟦heure|onze heures et demie⟧",
    "de ⟦heure|14h à 16h⟧",
    "⟦heure|minuit et demi⟧",
    "horaires : ⟦heure|9-12 et 14-17⟧",
    "rdv ⟦heure|14h⟧",
    "⟦heure|dix-huit heures⟧ pile",
    "⟦heure|22h50min⟧",
    "demain ⟦heure|dix heures⟧",
    "⟦heure|onze heures du soir⟧",
    "de ⟦heure|midi⟧ à ⟦heure|minuit⟧",
    "à ⟦heure|22.50⟧ au stade",
    "vers ⟦heure|10pm⟧",
    "⟦heure|17u30⟧",
    "⟦heure|23 H⟧",
    "⟦heure|20 heures⟧, tout calme",
    "⟦heure|9 heures et quart⟧",
    "⟦heure|huit heures moins dix⟧",
    "⟦heure|19hrs⟧",
    "⟦heure|22:15:30⟧",
    "⟦heure|2215⟧ : ras",
    "vers ⟦heure|22⟧, rien",
    "il est ⟦heure|minuit⟧",
    "demain ⟦heure|dix heures⟧ devant la gare",
    "Trouvée ⟦heure|2340⟧ sous l'auvent",
    "RDV mer. 4/12 ⟦heure|0830⟧.",
]
TELS_QUELS = [
    "à ⟦heure|22:50⟧",
    "⟦heure|6h du mat⟧",
    "bagarre hall 6 à ⟦heure|23h40⟧",
    "vu à ⟦heure|1h30⟧ dehors",
]
LEURRES = [
    "hospitalisé pendant 48h",
    "fait en 2h",
    "trois heures de route",
    "ouvert 24h/24",
    "dans une heure",
    "on est restés 1 h 30 dehors",
    "1 h 30 de marche",
    "de 2019 à 2023",
    "à 3.50 le kilo",
    "20 heures de cours",
    "2023 : bilan",
    "en 20 heures",
    "soit 20 h par mois",
    "2h de retard",
    "3h d'attente",
    "un stage à 1h20 de bus",
    "le foyer est à 2h de train",
    "le 4/12 2019.",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_une_heure_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_une_heure_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_duree_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
