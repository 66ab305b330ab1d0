"""Un mot pris dans le nom d'une structure ne nomme personne ; le même ailleurs le peut.

Témoin : `nomme_une_structure` rendue toujours fausse fait échouer chaque phrase (vu une fois).
"""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import Categorie, reperer


def nommes(texte: str) -> list[str]:
    """Ce qui est pris pour quelqu'un, sûr ou douteux."""
    noms = (Categorie.nom, Categorie.surnom)
    return [texte[r.debut : r.fin] for r in reperer(texte) if r.categorie in noms]


@pytest.mark.parametrize(
    "texte",
    [
        "On a appelé Joueurs Info Service, c'est gratuit.",
        "Il est embauché chez Leroy Merlin dès lundi.",
        "Le Point Accueil Écoute Jeunes ouvre le samedi.",
        "Elle signe avec les Compagnons du devoir.",
        "les petits jouent à Brawl Stars sur le banc",
    ],
)
@pytest.mark.parametrize("graphie", [str, str.lower, str.upper])
def test_une_structure_de_plusieurs_mots_se_garde(texte: str, graphie: type[str]) -> None:
    assert nommes(graphie(texte)) == []


@pytest.mark.parametrize(
    "texte",
    [
        "Elle est inscrite à l'Espace Jeunes et au Point Info Famille.",
        "Bus Santé devant la Maison de Quartier.",
        "Il attend sa Carte Vitale et son Titre de Séjour.",
        "L'association Passerelle prête la salle.",
        "On joue avec l'atelier Coup de Pouce.",
    ],
)
def test_une_capitale_d_institution_ne_nomme_personne(texte: str) -> None:
    assert nommes(texte) == []


@pytest.mark.parametrize(
    ("texte", "nom"),
    [
        ("Trésor Ilunga est passé", "Trésor Ilunga"),
        ("Bruce Lee a cassé la vitre", "Bruce Lee"),
        ("chez Santé, on a ri", "Santé"),
        ("la mère de Quartier attend", "Quartier"),
        ("l'association et Karim attendent", "Karim"),
        ("M. Saint-Louis se plaint du bruit", "Saint-Louis"),
        ("vu Merlin devant le local", "Merlin"),
        ("Monsieur Noël (le voisin) attend", "Noël"),
    ],
)
def test_le_meme_mot_ailleurs_nomme_quelqu_un(texte: str, nom: str) -> None:
    assert nommes(texte) == [nom]
