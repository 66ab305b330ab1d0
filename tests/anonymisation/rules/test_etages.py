"""Étages, portes, appartements ; un arrondissement ou une classe n'en sont pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.etage_porte,)
TOUJOURS = [
    "l'homme du ⟦etage_porte|9e⟧ part",
    "une personne âgée du ⟦etage_porte|8e⟧ est tombée",
    "⟦etage_porte|1er⟧, rien. ⟦etage_porte|2e⟧, une bougie",
    "⟦etage_porte|9e⟧ : lumière cassée",
    "au balcon, ⟦etage_porte|3e⟧, deux jeunes",
    "il dort ⟦etage_porte|chambre double 8⟧",
    "⟦etage_porte|logement de gauche⟧ ouvert",
    "au ⟦etage_porte|sous sol -1⟧",
    "⟦etage_porte|rez de ch⟧, il fait froid",
    "des clés perdues entre le ⟦etage_porte|premier⟧ et le ⟦etage_porte|deuxième⟧",
    "un bidon entre le ⟦etage_porte|1er⟧ & le ⟦etage_porte|2e⟧",
    "il est redescendu par le ⟦etage_porte|quatrième⟧, tout doux",
    "⟦etage_porte|septième sans ascenseur⟧, il souffle",
    "de l'eau ⟦etage_porte|du 5e au 2e⟧",
    "elle habite, ⟦etage_porte|en bas à droite⟧",
    "il crie jusqu'au ⟦etage_porte|3e⟧",
    "⟦etage_porte|ap. 71⟧, la dame",
    "plus haut que le ⟦etage_porte|troisième⟧, rien",
    "au ⟦etage_porte|catrième⟧, la dame",
    "tour ajonc, ⟦etage_porte|septième⟧, du bruit",
    "bat f ⟦etage_porte|2em⟧",
    "les vides : ⟦etage_porte|6e, 7e, 9e⟧.",
    "au ⟦etage_porte|deuxième⟧ du pavillon b",
    "⟦etage_porte|lit 204⟧",
    "elle habite ⟦etage_porte|troisième dg⟧",
    "il vit au ⟦etage_porte|dernier⟧ de la tour",
    "entre le ⟦etage_porte|4e⟧ et le ⟦etage_porte|5e⟧.",
    "au ⟦etage_porte|3e étage porte gauche⟧",
    "⟦etage_porte|appt 31⟧",
    "monte au ⟦etage_porte|4ème⟧",
    "fuite au ⟦etage_porte|rdc⟧",
    "⟦etage_porte|porte bleue⟧",
    "⟦etage_porte|chambre 12⟧",
    "ça crie au ⟦etage_porte|2e⟧ ce soir",
    "au ⟦etage_porte|6em⟧, porte close",
    "au ⟦etage_porte|rez de chaucé⟧",
    "au ⟦etage_porte|rez à gauche⟧",
    "au ⟦etage_porte|sisième⟧",
    "⟦etage_porte|et. 6⟧ chez la dame",
    "⟦etage_porte|pte 12⟧",
    "⟦etage_porte|ch. 207⟧ à l'hôtel",
    "⟦etage_porte|chambre deux cent sept⟧",
    "⟦etage_porte|porte douze⟧",
    "⟦etage_porte|interphone 14⟧ arraché",
    "⟦etage_porte|BAL 14⟧ ouverte",
    "la ⟦etage_porte|première porte à droite⟧",
    "au ⟦etage_porte|2ème sous-sol⟧",
    "⟦etage_porte|l'appart d'à côté⟧",
    "elle loge au ⟦etage_porte|2ème⟧ du bloc",
    "au ⟦etage_porte|tout dernier⟧",
    "au ⟦etage_porte|RdCh⟧",
    "⟦etage_porte|porte à droite de l'ascenseur⟧",
    "⟦etage_porte|étages 7 et 8⟧ inondés",
    "au ⟦etage_porte|tout dernier⟧ de la petite tour",
    "⟦etage_porte|3e ét gauche⟧",
    "⟦etage_porte|lgt 14⟧",
    "⟦etage_porte|entre-sol⟧",
    "⟦etage_porte|2d étage⟧",
]
LEURRES = [
    "une personne du 2e âge",
    "les étudiants du 1er semestre",
    "Élève de 4e exclu",
    "dispo ap. 17h",
    "il monte au dernier moment",
    "les 15e et 16e arrondissements",
    "il va au lit 8 heures",
    "la troisième fois",
    "3e arrondissement",
    "il est en 3e au collège",
    "la porte est cassée",
    "un appartement vide",
    "il en porte douze",
    "le bal 14 juillet",
    "arrête le dernier, porté en triomphe",
    "les étages sont inondés",
    "dans le 18e",
    "le niveau 3 du jeu",
    "le 3e tour",
    "les 3e D errent",
    "il porte 2 sacs",
    "ch. de poids, 2,1 g, chante",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_etage_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_arrondissement_ou_une_classe_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)
