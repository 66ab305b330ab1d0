"""La phrase de passe : estimée en français, jamais refusée pour ses signes."""

from __future__ import annotations

import ast
import inspect
import unicodedata

import pytest
from dicewarepy.diceware import wordlist
from hypothesis import given, settings
from hypothesis import strategies as st
from zxcvbn import feedback

from tat_carnet.store.phrase import MESSAGES, SCORE_MINIMAL, Estimation, estimer, tirer_phrase

FRANCAIS = st.text(
    alphabet="abcdefghijklmnopqrstuvwxyzéèêëàâîïôöûüùçœæÉÀŒ '’\"«»-.,!?\u202f\u00a00123456789",
    max_size=200,
)


def test_chaque_message_de_zxcvbn_est_traduit() -> None:
    """Témoin : une mise à jour qui ajouterait un message anglais ferait échouer cet essai."""
    messages = {
        ast.literal_eval(noeud.args[0])
        for noeud in ast.walk(ast.parse(inspect.getsource(feedback)))
        if isinstance(noeud, ast.Call) and isinstance(noeud.func, ast.Name) and noeud.func.id == "_"
    }

    assert len(messages) > 20
    assert messages <= set(MESSAGES)


@pytest.mark.parametrize(
    "phrase",
    [
        "l’été où mémé dansait sous la pluie",
        "J'ai 3 chats & 1 « hamster » nommé Œdipe",
        "un œuf, deux œufs, trois bœufs bien cuits",
        "Le tramway bleu s'arrête devant la boulangerie",
        "x" * 3 + " girafe – parapluie – molécule – saxophone",
    ],
)
def test_une_bonne_phrase_francaise_est_acceptee(phrase: str) -> None:
    estimation = estimer(phrase)

    assert estimation.acceptee
    assert "onne phrase" in estimation.phrase


@pytest.mark.parametrize(
    "phrase",
    [
        "motdepasse",
        "mot de passe",
        "Mot’de’passe",
        "azertyuiop",
        "bonjour",
        "soleil123",
        "Marseille 2024",
        "14/07/1998",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabcabcabcabc",
        "éééééééééééééééééééééééééééé",
        "p@ssw0rd",
        "PASSWORD",
        "drowssap",
    ],
)
def test_une_phrase_facile_est_refusee_avec_un_conseil(phrase: str) -> None:
    estimation = estimer(phrase)

    assert not estimation.acceptee
    assert len(estimation.phrase.split(". ")) >= 2


@pytest.mark.parametrize("vide", ["", "   ", "\u202f", "- ' – ’"])
def test_une_phrase_vide_demande_six_mots(vide: str) -> None:
    assert estimer(vide) == Estimation(
        0, 0.0, "Tapez une phrase\u202f: six mots sans lien entre eux suffisent."
    )


def test_une_phrase_tiree_vaut_ce_que_valent_ses_des() -> None:
    """Six mots de 7 776 : 77,5 bits. zxcvbn, qui compte les espaces, en annoncerait 115."""
    mots = wordlist("fr").values()
    phrases = [tirer_phrase() for _ in range(20)]
    bits = [estimer(phrase).bits for phrase in phrases]

    assert all(set(phrase.split()) <= set(mots) and phrase.count(" ") == 5 for phrase in phrases)
    assert len(set(phrases)) == 20
    assert 70 < sum(bits) / 20 < 85
    assert estimer(tirer_phrase(2)).score < SCORE_MINIMAL


def test_les_accents_et_la_casse_de_la_frappe_ne_changent_pas_l_estimation() -> None:
    composee = "Ça, c’est l’été en Isère"

    assert estimer(unicodedata.normalize("NFD", composee)) == estimer(composee)


@settings(max_examples=60, deadline=None)
@given(phrase=FRANCAIS)
def test_aucune_phrase_ne_plante_et_le_conseil_est_en_francais(phrase: str) -> None:
    estimation = estimer(phrase)

    assert 0 <= estimation.score <= 4
    assert estimation.phrase.endswith(".")
    assert not any(message in estimation.phrase for message in MESSAGES)
