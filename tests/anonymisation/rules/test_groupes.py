"""Un groupe nominal sans article, là où l'on attend quelqu'un.

Témoin : ôter `groupes` de `reperage._REGLES` fait échouer les deux premiers essais (vu une fois).
"""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import Categorie, Niveau, reperer


def niveaux(texte: str, terme: str) -> set[Niveau]:
    """Les niveaux des repères qui couvrent `terme` ; vide si une de ses lettres leur échappe."""
    debut = texte.index(terme)
    lettres = [i for i in range(debut, debut + len(terme)) if texte[i].isalpha()]
    pris = [[r for r in reperer(texte) if r.debut <= i < r.fin] for i in lettres]
    return {r.niveau for reperes in pris for r in reperes} if all(pris) else set()


@pytest.mark.parametrize(
    ("texte", "terme"),
    [
        ("double cheese m'a dit merci", "double cheese"),
        ("c'est encore tempête qui ramasse", "tempête"),
        ("j'ai laissé un mot à zigzag, il lit mal", "zigzag"),
        ("doc, qui n'est pas docteur, a pansé", "doc"),
        ("Keuss, que je connais depuis un an", "Keuss"),
        ("il s'appelle Sous-Préfet, ce lapin", "Sous-Préfet"),
        ("que ses camarades nomment prof", "prof"),
        ("papa noel, assis sur le banc", "noel"),
        ("coach pat arrive à pied", "coach pat"),
        ("vieux père sidiki a calmé tout le monde", "sidiki"),
        ("p'tit lu a grandi", "p'tit lu"),
        ("on l'appelle encore p'tit lu", "p'tit lu"),
        ("grand rose a dit non", "grand rose"),
        ("gros tonton momo a dormi ici", "gros tonton momo"),
        ("tortue a retrouvé du boulot", "tortue"),
        ("Hier bretelle m'a pas répondu", "bretelle"),
        ("connu sous le sobriquet « tonnerre »", "tonnerre"),
    ],
)
def test_un_surnom_en_place_de_quelqu_un_se_masque(texte: str, terme: str) -> None:
    assert niveaux(texte, terme) == {Niveau.masquer}


@pytest.mark.parametrize(
    ("texte", "terme"),
    [
        ("la brindille s'est battu hier", "brindille"),
        ("la girafe a refusé le foyer", "girafe"),
        ("la brindille s'inquiète pour rien", "brindille"),
        ("vu fil de fer et gros yeux au pied de la tour", "gros yeux"),
        ("même dents longues, en cravate", "dents longues"),
        ("c'est grande perche qui a séparé", "grande perche"),
        ("dispute entre cocotte et bretelle", "bretelle"),
        ("le petit nouveau, Kinder (il mange que ça)", "Kinder"),
        ("Un seul foyer est concerné par la coupure", "seul foyer"),
    ],
)
def test_un_groupe_douteux_se_montre(texte: str, terme: str) -> None:
    assert niveaux(texte, terme)


@pytest.mark.parametrize(
    "texte",
    [
        "c'est beau et c'est gratuit",
        "c'est bon signe pour la suite",
        "il est venu trois fois cette semaine",
        "p'tit groupe a attendu dehors",
        "la porte s'est refermée",
        "la porte a grincé toute la nuit",
        "dans la même phrase il rit",
        "pas un seul jeune dehors",
        "voiture, qui n'est pas assurée",
        "Parking, qui sert à tous, plein",
    ],
)
def test_une_phrase_ordinaire_ne_montre_personne(texte: str) -> None:
    noms = (Categorie.nom, Categorie.surnom, Categorie.role_unique)
    assert not [r for r in reperer(texte) if r.categorie in noms]
