"""Prénoms et noms, rares, communs ou mal écrits ; le mot ordinaire qui leur ressemble, non.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie, Niveau, reperer

CATEGORIES = (Categorie.nom,)
TOUJOURS = [
    "vu ⟦nom|Karim⟧ ce soir",
    "⟦nom|aimé diallo⟧ attend",
    "la mère de ⟦nom|prince⟧",
    "mme ⟦nom|ouedraogo⟧ appelle",
]
TELS_QUELS = [
    "⟦nom|Jean-Philippe Le Goff⟧",
    "⟦nom|rose⟧ est venue",
    "⟦nom|Rose⟧, 14 ans",
    "⟦nom|Pierre⟧ a dit",
    "⟦nom|claire⟧ dit non",
    "son nom c'est ⟦nom|Prince⟧",
    "deux dossiers : ⟦nom|aimé⟧ (le grand)",
    "M. ⟦nom|Roche⟧",
    "⟦nom|Kevinne⟧ a dit",
    "⟦nom|Yassminne⟧ traîne",
    "⟦nom|zorhab⟧ a dit",
    "un ⟦nom?|zorhab⟧",
    "⟦nom|Saïd-Ali⟧",
    "⟦nom|Lina B⟧",
    "rdv à ELAN demain",
    "Vu avec ⟦nom|abdoule⟧ ce soir",
    "vu ⟦nom|Karim⟧ le",
    "Vu ⟦nom|Karim⟧ + ⟦nom|rose⟧ dit non",
    "⟦nom?|Grâce⟧ à lui",
    "avec ⟦nom|grâce⟧",
    "⟦nom|Kinder⟧ l'attend",
    "la famille ⟦nom|da rose⟧ a appelé",
    "vu ce soir, ⟦nom|claire⟧, mère de ⟦nom|sami⟧, fatiguée",
    "ce soir ⟦nom|rose⟧, la soeur de ⟦nom|karim⟧, a appelé",
    "la fratrie ⟦nom|pasquet⟧ est là",
    "la famille ⟦nom|petit⟧ est passée",
    "les ⟦nom?|leguen⟧ rentrent demain",
    "les ⟦nom|thibaudeau⟧ rentrent demain",
    "⟦nom|Lemercier⟧ est repassé",
    "vu ⟦nom|lopes⟧ au marché",
    "monsieur ⟦nom|noir⟧ a porté les sacs",
    "mme ⟦nom|petit⟧ très fâchée",
    "madame ⟦nom|petit⟧, qui est immense",
    "⟦nom|biscote⟧ (il a choisi son surnom)",
    "⟦nom|Mars⟧ (c'est son vrai prénom)",
    "⟦nom|constant b⟧. est passé",
    "⟦nom|claire montagnac⟧, la voisine",
    "⟦nom|ludovic hammar⟧, en retard",
    "⟦nom|rose-may⟧ a gagné",
    "⟦nom|marine⟧ / ⟦nom|claire⟧ : brouille",
    "elle est où ⟦nom|providence⟧ ?",
    "l'a dit qu'à moi et à ⟦nom|colombe⟧ elle",
    "son petit-fils ⟦nom|modeste⟧ ne sort plus",
    "la maman à ⟦nom|karim⟧ attend",
    "madame ⟦nom|lundi⟧ passe le mardi",
    "le petit ⟦nom|constant⟧ il dort",
    "Le petit ⟦nom|Samedi⟧ est né hier",
    "⟦nom|Marchand⟧ père a appelé",
    "m. ⟦nom|noël⟧ (le voisin) attend",
    "Vu ⟦nom|Grâce⟧ hier. Grâce à un voisin, elle va bien",
    "Une ⟦nom?|Norfauto⟧ brûlée",
    "Vu ⟦nom|modou⟧ et ⟦nom|prosper⟧ hier. Rien de neuf",
]
LEURRES = [
    "une rose est venue",
    "la pierre du seuil",
    "il fait clair",
    "Démenti par le centre social",
    "Est venu à l'accueil, seul",
    "Jusqu'à la fermeture, tout est calme",
    "Exclu du collège depuis lundi",
    "Permettre aux jeunes de souffler",
    "Nous les orienterons vers la mission locale",
    "la CAF et l'ASE",
    "la mission locale",
    "le grand soir",
    "elle revient en avril",
    "voilà pour aujourd'hui, rien de plus",
    "la famille, petit à petit, revient",
    "le chantier du mois d'avril",
    "avril 2024 se termine",
    "le 3 mai au matin",
    "orientation vers l'ADIL",
    "Grâce à un voisin, tout va bien",
    "Grâce au bailleur, c'est réparé",
    "les travaux commencent (dans la cour)",
    "Contexte. Appel entrant au local",
    "Décisions : relancer la Région",
]


@pytest.mark.parametrize(
    "phrase",
    [
        "sa sœur a chanté toute la nuit",
        "sa tante a signé les papiers",
        "son père a revoir avec la CPAM",
        "le père a tousse toute la nuit",
    ],
)
def test_l_auxiliaire_d_un_parent_n_annonce_personne(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_un_nom_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", TELS_QUELS)
def test_un_nom_se_trouve_tel_qu_on_l_ecrit(phrase: str) -> None:
    verifier(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_mot_ordinaire_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize(
    "texte",
    [
        "Vu avec le SAMI, qui garde le dossier ouvert.",
        "Vu avec le TAREK, une équipe mobile.",
        "Elle serre une madeleine dans son mouchoir.",
        "Il a remis son jean avant de partir à Lyon.",
        "Les petits se lèvent quand on arrive.",
        "Ils s'aimé, dit-elle.",
        "Ici, Pronote dit absent.",
        "Insta, l'orientation, on a parlé de tout.",
    ],
)
def test_une_structure_une_chose_ou_un_verbe_homonyme_ne_se_masque_pas(texte: str) -> None:
    """Témoin : `_est_une_chose` qui répond non, ou `_REFLECHIS` vide, le fait échouer (vu)."""
    reperes = [r for r in reperer(texte) if r.categorie in (Categorie.nom, Categorie.surnom)]
    assert not [r for r in reperes if r.niveau is Niveau.masquer]


def test_un_prenom_homonyme_d_une_chose_reste_masque_sans_article() -> None:
    texte = "Vu Madeleine au local, puis Jean Sow."
    assert [texte[r.debut : r.fin] for r in reperer(texte)] == ["Madeleine", "Jean Sow"]
