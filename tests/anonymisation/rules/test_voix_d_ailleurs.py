"""Ce que des voix jamais entendues ont appris : d'autres régions, métiers et sigles.

Chaque phrase qui désigne a sa voisine, qui ne désigne personne : trop large ou muette, une
règle se voit.
"""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import Categorie, Niveau, reperer

DIRECTS = (Categorie.nom, Categorie.surnom, Categorie.initiales, Categorie.compte)


def nommes(texte: str) -> list[str]:
    """Ce qui est pris pour quelqu'un, sûr ou douteux."""
    return [texte[r.debut : r.fin] for r in reperer(texte) if r.categorie in DIRECTS]


def masques(texte: str) -> list[str]:
    """Ce qui est masqué comme quelqu'un."""
    sur = Niveau.masquer
    return [
        texte[r.debut : r.fin] for r in reperer(texte) if r.categorie in DIRECTS and r.niveau is sur
    ]


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("c'est mme floc'h qui me l'a dit", "floc'h"),
        ("Vu Guivarc'h ce matin.", "Guivarc'h"),
        ("Vu les Marchand hier", "Marchand"),
        ("Mme Le Zorhab attend", "Le Zorhab"),
        ("Anne Le Cleac'h attend", "Anne Le Cleac'h"),
        ("Anne Floc'h attend", "Anne Floc'h"),
        ("la mère le bras garde les clés", "le bras"),
        ("yanis t (un élève du 3e) attend", "yanis t"),
        ("Mme A. de L., rencontrée hier", "A. de L."),
        ("Mme Diawara-Petit ne répond plus.", "Diawara-Petit"),
        ("Garçon dit Messi, 12 ans, mendie", "Messi"),
        ("un garçon dit pépito, douze ans", "pépito"),
        ("LE PAPIER DE BÉBÉ, ZIGZAG L'A PRIS", "ZIGZAG"),
        ("Bacoco Radio commente tout", "Bacoco Radio"),
    ],
)
def test_un_nom_d_ailleurs_se_masque(texte: str, attendu: str) -> None:
    assert attendu in masques(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "la mère le bras en écharpe",
        "R.A.S. ce soir sur la dalle.",
        "Sur son snap rien, R.A.S. ce soir.",
        "Cible : sommeil. D : ne dort plus. A : écoute. R : apaisé.",
        "Y ont mangé à quatre sur le banc.",
        "Tata tout le monde, bonne soirée",
        "ils attendent un bébé pour avril.",
        "Il dort dans sa Mégane depuis lundi.",
        "Elle a vendu une Zoé.",
        "on descend au sous-sol, il a mal à l'avant-bras",
        "une petite somme est prêtée",
        "un·e ami·e des guetteur·euses",
        "Mon cousin prétend que ses voisins dormaient.",
        "Il couche dehors, il lisait sur le banc.",
        "un garçon dit bonjour à la voisine",
        "Le Relais a une place LHSS, la CPAS aussi.",
        "le bus de la STIB, le CLSC, la DPJ, le CHUV",
        "un rougail, un bokit, un kouign-amann et du kava",
        "des Air Max, une Smirnoff, un Buvidal, une Clio",
    ],
)
def test_un_mot_d_ailleurs_ne_nomme_personne(texte: str) -> None:
    assert nommes(texte) == []


@pytest.mark.parametrize(
    ("texte", "doute"),
    [
        ("L'aviateur a dit qu'il viendrait.", "aviateur"),
        ("On a vu l'aviateur.", "aviateur"),
        ("Les siamois ont dit non.", "siamois"),
        ("tartine grise a demandé un stage", "tartine grise"),
        ("ce matin tasse verte nous dit bonjour", "tasse verte"),
    ],
)
def test_qui_parle_ou_se_rencontre_se_montre(texte: str, doute: str) -> None:
    assert doute in nommes(texte)
    assert masques(texte) == []


@pytest.mark.parametrize(
    "texte",
    [
        "vu les poussettes sur la place",
        "famille nombreuse a demandé un logement",
        "L'aviateur en plastique traîne",
        "avec la cabane du fond",
    ],
)
def test_une_chose_definie_ne_se_montre_pas(texte: str) -> None:
    assert nommes(texte) == []


def test_megane_et_avril_restent_quelqu_un() -> None:
    assert masques("Mégane a dit non.") == ["Mégane"]
    assert masques("sa Zoé a grandi") == ["Zoé"]
    assert masques("on a pris un goûter pour Avril et sa mère") == ["Avril"]


def test_legendre_n_est_pas_un_gendre() -> None:
    phrase = "Legendre, Aboubakar et Vandamme jouent aux dominos sur le banc."
    assert {r.categorie for r in reperer(phrase)} <= {Categorie.nom, Categorie.surnom}
    assert Categorie.lien_familial in {r.categorie for r in reperer("le gendre est passé")}
