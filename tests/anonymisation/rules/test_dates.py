"""Dates exactes et naissances ; un mois, un jour de semaine, une fraction n'en sont pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (
    Categorie.date,
    Categorie.naissance,
)
TOUJOURS = [
    "⟦date|le 3 setpembre⟧",
    "⟦date|premier lundi de novembre⟧",
    "tombé ⟦date|le vingt-six⟧ et relevé",
    "⟦date|le 3 mai⟧",
    "⟦date|mardi 12 mars⟧",
    "rdv ⟦date|15/11⟧",
    "vu ⟦date|15/11/2026⟧",
    "la ⟦date|réunion du 15/11⟧ avec la mairie",
    "née ⟦naissance|le 12/03/2008⟧",
    "DDN ⟦naissance|12 mars 2008⟧",
    "du ⟦date|3 au 5 mai⟧",
    "nuit du ⟦date|trois au quatre⟧",
    "absent ⟦date|le 14⟧ et ⟦date|le 15⟧.",
    "la ⟦date|nuit du 8 au 9⟧",
    "⟦date|terça 8⟧",
    "le dossier du ⟦date|15 11 2024⟧",
    "photo ⟦date|20241115⟧",
    "rdv ⟦date|le 15⟧ 9h",
    "⟦date|12mai⟧",
    "nuit ⟦date|12/13⟧",
    "⟦date|vend 12⟧",
    "⟦date|mercredi douze⟧.",
    "né ⟦naissance|le 1er janvier 2009⟧",
    "né ⟦naissance|le 12 mars de l'année 2010⟧",
    "née au mois de ⟦naissance|mars 2010⟧",
    "née ⟦naissance|courant juin 2007⟧",
    "il est de ⟦naissance|mai 2009⟧",
    "né ⟦naissance|le 7/8/9⟧ d'après lui",
    "dossier du ⟦naissance|4 de maio de 2007⟧",
]
LEURRES = [
    "vu avec le 15, qui oriente",
    "Ce soir le 17 arrive enfin.",
    "Tension 12/8, diabète suivi",
    "TA : 13/7 ce matin",
    "sa tension est à 14/9",
    "J'ai dit : fais le 17, sinon le 3919.",
    "on a appelé le 18 et attendu",
    "il est de mai 2025, ce dossier",
    "tout s'arrête en mars",
    "on repasse mardi",
    "1/2 baguette",
    "ouvert 24/7",
    "les 2/3 du groupe",
    "le 15 est venu vite",
    "dix-sept élèves",
    "vingt-sept seringues",
    "12/8 de tension",
    "garé devant le 17, seul",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_une_date_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_fraction_ou_un_mois_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
