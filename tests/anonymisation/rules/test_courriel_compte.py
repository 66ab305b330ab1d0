"""Adresses électroniques et comptes, avec ou sans arobase ; un site public n'en est pas.

Témoin : ôter la règle de `reperage._REGLES` fait échouer ces essais (vu une fois).
"""

from __future__ import annotations

import pytest

from anonymisation.aides import verifier, verifier_sous_toute_graphie
from tat_carnet.anonymisation import Categorie

CATEGORIES = (
    Categorie.courriel,
    Categorie.compte,
)
TOUJOURS = [
    "écrire à ⟦courriel|rose.martin@example.org⟧",
    "⟦courriel|rose point martin arobase example point org⟧",
    "⟦courriel|rose [at] example [dot] org⟧",
    "insta : ⟦compte|lina.off13⟧",
    "snap ⟦compte|lil_nono13⟧",
    "⟦compte|@kenza_off⟧",
    "un compte ⟦compte|@zoubi.officiel7⟧ sur insta",
    "le compte ⟦compte|@zoubi.officiel⟧ le dit",
    "discord ⟦compte|zed#1234⟧",
    "insta c'est ⟦compte|zed tiret bas 13⟧",
    "le lien ⟦compte|instagram.com/ghost_13⟧",
    "mail ⟦courriel|jo.dupuis a example.org⟧",
    "⟦courriel|jo_dupuis13@example⟧",
    "⟦courriel|jo tiret dupuis arrobase example point net⟧",
    "⟦courriel|j o arobase e x a m p l e point o r g⟧",
    "⟦courriel|jo dupuis chez example point org⟧",
    "le compte visé et celui de ⟦compte|sarahou.77⟧ aussi",
    "le vélo, vendeur ⟦compte|momolapince59⟧, a disparu",
    "Roblox : ⟦compte|kevin_2012⟧",
    "chaîne YouTube ⟦compte|KevDu93⟧",
    "le compte « ⟦compte|mayssa officiel⟧ »",
    "⟦compte|twitch.tv/kevdu93⟧",
    "il poste sur ⟦compte|loutre.rit33⟧ depuis hier",
    "il signe ⟦compte|loupgrix77⟧ partout",
    "une vidéo sur insta, ⟦compte|castor.mds33⟧, à retirer",
    "⟦compte|arobase loup gris zéro neuf⟧ a tout filmé",
    "⟦compte|arobase loupgrix⟧ a tout filmé",
    "pseudo sur Roblox : ⟦compte|loup gris 12⟧",
    "sur tiktok on la trouve à ⟦compte|chouquix.danse⟧ le soir",
    "son tiktok ⟦compte|loupgrixx⟧ tourne bien",
    "insta ⟦compte|lou tiret du bas 34⟧, voilà",
]
LEURRES = [
    "le local est un point noir, vu de tous hier et avant-hier, rien sur insta",
    "voir www.exemple.fr pour les horaires",
    "la version 3.11.2 du logiciel",
    "il passe sa journée sur insta",
    "le point faible tiret la serrure",
    "le dossier archives_2024.exemple.fr",
    "on se retrouve a example.org pas loin",
    "son profil est vu, la salle232 est fermée",
    "elle suit ce profil, et le segpa23 attend",
    "bon retour. R.A.S.",
    "il est sur insta.voila tout, rien.dit",
    "sur insta il suit ville.fr et c'est tout",
    "le site www.mairie13 est en panne",
    "fin du mois.rdv14 noté",
    "la promo2019 et le covid19",
    "un atelier tiktok mardi et une sortie",
    "son tiktok vidoe tourne bien",
    "le t-shirt wesh92 et le sac csapa12",
    "il joue à Fortnite 3h30 par jour",
    "nono tiret loto, vu plus tard, rien sur insta",
]


@pytest.mark.parametrize("phrase", TOUJOURS)
def test_une_adresse_ou_un_compte_se_trouve_sous_toute_graphie(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


@pytest.mark.parametrize("phrase", LEURRES)
def test_un_site_public_n_en_est_pas(phrase: str) -> None:
    verifier_sous_toute_graphie(phrase, *CATEGORIES)


def test_deux_comptes_ne_font_pas_un_courriel() -> None:
    verifier("⟦compte|@zou_lune⟧ et ⟦compte|@gab.zorg⟧ se parlent", *CATEGORIES)
