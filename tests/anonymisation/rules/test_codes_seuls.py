"""Un code qui tient lieu d'entrée, et ceux qui disent un niveau, un papier, une voiture.

Témoin (vu une fois) : ôter `codes_seuls` de `reperage._REGLES` fait échouer toutes les `ENTREES`
sauf « D2 : », que `numeros_seuls` lit aussi.
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier
from tat_carnet.anonymisation import Categorie, Niveau, reperer

ENTREES = [
    "On a fini par ⟦batiment|H2⟧, sous la pluie.",
    "⟦batiment|B1⟧ et ⟦batiment|B2⟧ partagent le même local",
    "Ça goutte. ⟦batiment|D6⟧ a posé un seau.",
    "Un logement de ⟦batiment|E4⟧ est muré.",
    "Sonné en ⟦batiment|G7⟧, rien",
    "du bruit vers ⟦batiment|c4⟧ tard",
    "un ballon est tombé depuis ⟦batiment|A4⟧",
    "⟦batiment|D2⟧ : deux ados",
    "devant le ⟦batiment|C4⟧",
    "au ⟦batiment|G2⟧ ce soir",
]


@pytest.mark.parametrize("phrase", ENTREES)
def test_un_code_tient_lieu_d_entree(phrase: str) -> None:
    verifier(phrase, Categorie.batiment)


AILLEURS = [
    "Elle a le B1 au DELF, elle vise B2",
    "Il suit le cours de C1 le lundi",
    "Elle est en B2 à l'auto-école",
    "Imprimé en A4 pour demain",
    "Il manque de B12",
    "Il roule en C3",
    "Un grand F3 pour six",
    "on parle de b4 comme d'un jeu",
    "IL EST PASSE DE B1 A B2",
    "B2 blanche, deux places",
]


@pytest.mark.parametrize("texte", AILLEURS)
def test_un_code_peut_dire_autre_chose(texte: str) -> None:
    surs = [r for r in reperer(texte) if r.niveau is Niveau.masquer]
    assert [r for r in surs if r.categorie is Categorie.batiment] == []
