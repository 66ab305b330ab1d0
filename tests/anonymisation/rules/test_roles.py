"""Un rôle qu'une seule personne tient ; une fonction publique ou un pluriel, non.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (Categorie.role_unique,)
TOUJOURS = [
    "à redire à son ⟦role_unique|kiné⟧ lundi",
    "sa ⟦role_unique|référente⟧ rappelle",
    "le ⟦role_unique|joueur d'harmonica⟧ est là",
    "le ⟦role_unique|retraité du 3e⟧ râle",
    "le ⟦role_unique|cariste⟧ au matin",
    "la ⟦role_unique|gérontologue⟧ du département",
    "le ⟦role_unique|surveillant de nuit⟧",
    "l'⟦role_unique|apprenti du boucher⟧",
    "son ⟦role_unique|éducateur sportif⟧",
    "le ⟦role_unique|cariste de l'entrepôt⟧",
    "l'⟦role_unique|ostréiculteur⟧ embauche",
    "la ⟦role_unique|gérontologue⟧ passe",
    "le ⟦role_unique|kiosquier⟧ a tout vu",
    "au ⟦role_unique|dresseur de chiens⟧",
    "le ⟦role_unique|cantonnier⟧ ramasse tout",
    "le ⟦role_unique|prof de guitare⟧",
    "la ⟦role_unique|vannière de la halle⟧",
    "la ⟦role_unique|diaconesse⟧ propose une salle",
    "la ⟦role_unique|gardienne du 12⟧",
    "le ⟦role_unique|prof de boxe⟧",
    "le ⟦role_unique|kebabier d'en face⟧",
    "la ⟦role_unique|pédicure⟧",
    "le ⟦role_unique|monsieur qui répare les vélos⟧",
    "vu ⟦role_unique|gardien⟧ au passage",
    "la ⟦role_unique|boulengère⟧",
    "chez ⟦role_unique|lcoiffeur⟧",
    "qui=⟦role_unique|gérant⟧",
    "le ⟦role_unique|gardien⟧",
    "la ⟦role_unique|CPE du collège⟧",
    "l'⟦role_unique|imam⟧",
    "le ⟦role_unique|boulanger⟧",
    "le ⟦role_unique|boulanger⟧ du dernier car",
    "la ⟦role_unique|dame au chien⟧",
    "le ⟦role_unique|doyen⟧",
    "son ⟦role_unique|patron⟧",
    "la ⟦role_unique|présidente de l'amicale⟧",
    "la ⟦role_unique|secrétaire de mairie⟧",
    "la ⟦role_unique|référente sociale du bailleur⟧",
    "la ⟦role_unique|sage-femme du CSAPA⟧",
    "prévenir ⟦role_unique|inf. scolaire⟧",
    "⟦role_unique|coach U15⟧ prévenu",
    "⟦role_unique|moul lhanout⟧ fait crédit",
    "la ⟦role_unique|dame de l'accueil périscolaire⟧",
    "le ⟦role_unique|vigile du Lidl⟧",
    "le ⟦role_unique|livreur de pizzas⟧",
    "l'⟦role_unique|assmat du 3⟧",
    "la ⟦role_unique|seule fille de l'équipe⟧",
    "le ⟦role_unique|borgne⟧",
    "⟦role_unique|celui qui a perdu son bras⟧",
    "le ⟦role_unique|SDF du parking⟧",
    "École. ⟦role_unique|dir⟧. inquiète",
    "M. Petit, ⟦role_unique|veilleur de l'hôtel⟧",
    "le ⟦role_unique|pharmacien de garde⟧",
]
LEURRES = [
    "le touriste est perdu",
    "le catalogue est là",
    "un cariste",
    "les caristes",
    "le dialogue reprend",
    "la gardienne de but",
    "le facteur de risque",
    "la dame de la CPAM",
    "le patron de la caf",
    "le préfet",
    "le maire",
    "les gardiens",
    "le directeur général",
    "un infirmier",
    "le médecin traitant",
    "il fait le clown",
    "le seul moment de la journée",
    "la psy",
    "l'assistante sociale de secteur",
    "l'adjoint au maire",
    "Mme Petit, directrice de la mairie",
    "le médecin de garde",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_role_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_fonction_publique_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


def test_un_metier_qui_porte_une_capitale_est_un_nom() -> None:
    verifier("Vu le Mycologue et sa bande hier soir", *CATEGORIES)
