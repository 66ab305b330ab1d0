"""Une résidence dite par son petit nom, avec ou sans capitale.

Témoin (vu une fois) : ôter la règle de `reperage._REGLES` fait échouer toutes les phrases sauf
« cyclamens », que l'étage qui le suit fait trouver à `logis_relies`.
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier
from tat_carnet.anonymisation import Categorie, reperer

BATIMENT = (Categorie.batiment,)
PHRASES = [
    "du monde devant ⟦batiment|renoir⟧ hier",
    "entre ⟦batiment|Renoir⟧ et ⟦batiment|Gauguin⟧, un banc",
    "ceux de ⟦batiment|gauguin⟧ sont partis",
    "elle habite ⟦batiment|Gauguin 3⟧ avec lui",
    "⟦batiment|Renoir⟧ : rien.",
    "elle est à la ⟦batiment|roseraie⟧ depuis mars",
    "⟦batiment|Acacias⟧ : RAS. ⟦batiment|Tilleuls⟧ calme.",
    "Du monde devant le ⟦batiment|Brigantin⟧ ce soir.",
    "Les petits du ⟦batiment|Brigantin⟧ saluent.",
    "passée aux ⟦batiment|jonquilles⟧ ce soir",
    "un feu dans la cave des ⟦batiment|troènes⟧",
    "du monde devant les ⟦batiment|fauvettes⟧",
    "ça crie entre les ⟦batiment|fauvettes⟧ et les ⟦batiment|sorbiers⟧",
    "ils ont repeint les ⟦batiment|sorbiers⟧ hier",
    "il loge derrière, ⟦batiment|tulipes⟧, et il dort peu",
    "vu lina, ⟦batiment|cyclamens 3⟧",
    "vu lina, les ⟦batiment|cyclamens⟧ 3e gauche",
    "il dort aux ⟦batiment|filatures⟧ depuis lundi",
    "repassée aux ⟦batiment?|filatures⟧ hier",
    "la dame de ⟦batiment|garenne b⟧ a ouvert",
    "l'immeuble a changé, les gosses disent ⟦batiment|le biscuit⟧ maintenant",
    "les anciens disent ⟦batiment?|le biscuit⟧.",
    "la ⟦batiment|tour du fond⟧, les grands l'appellent ⟦batiment|le biscuit⟧.",
    "Réunion des locataires au ⟦batiment|Brigantin⟧, douze présents.",
    "Elle loge toujours aux ⟦batiment|Verriers⟧ avec son chat.",
    "personne sous le porche, aux ⟦batiment|verriers⟧ 2e gauche",
]
LEURRES = [
    "il lit un livre de Debussy",
    "parking du Leclerc",
    "On s'est croisés devant le Franprix hier",
    "une tarte aux mirabelliers",
    "elle est allergique aux hortensias",
    "on a planté des tulipes",
    "les tulipes sont belles",
    "assis sous les tilleuls",
    "il habite aux alentours",
    "il passe aux urgences",
    "il va aux toilettes",
    "Un café au Carrefour.",
    "Le repas aux Restos du cœur.",
    "Une lettre au Conseil Départemental.",
    "Un don au CCAS.",
    "les grands disent la vérité.",
    "On appelle la mairie.",
    "il pense aux filatures",
    "il dort aux studios",
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_une_residence_se_trouve_par_son_petit_nom(phrase: str) -> None:
    verifier(phrase, *BATIMENT)


@pytest.mark.parametrize("phrase", LEURRES)
def test_une_fleur_ou_une_enseigne_n_est_pas_une_residence(phrase: str) -> None:
    assert not [r for r in reperer(phrase) if r.categorie is Categorie.batiment]
