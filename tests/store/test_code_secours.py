"""Le code de secours : tolérant à la saisie, sévère aux fautes."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.store.code_secours import (
    ALPHABET,
    SYMBOLS,
    CodeSecoursInvalide,
    display,
    draw,
    normalise,
)

rangs = st.integers(0, SYMBOLS - 1)


def faute(code: str, rang: int, decalage: int) -> str:
    """Le code dont un signe est un autre."""
    autre = ALPHABET[(ALPHABET.index(code[rang]) + decalage) % 32]
    return code[:rang] + autre + code[rang + 1 :]


def test_un_code_tire_a_sept_groupes_de_quatre_signes_sans_lettre_ambigue() -> None:
    code = draw()

    assert [len(groupe) for groupe in code.split("-")] == [4] * 7
    assert not set(code) & set("ILOU")
    assert draw() != code


def test_un_code_se_retape_en_minuscules_avec_espaces_et_lettres_voisines() -> None:
    for _ in range(50):
        code = draw()
        canonique = code.replace("-", "")
        tape = f" {code.lower()} ".replace("0", "o").replace("1", "l").replace("v", "u")

        assert normalise(code) == canonique
        assert normalise(tape.replace("-", " ")) == canonique
        assert normalise(code.replace("-", "–").replace("1", "I")) == canonique
        assert normalise(display(canonique)) == canonique


@given(rang=rangs, decalage=st.integers(1, 31))
def test_une_faute_se_voit_et_se_situe(rang: int, decalage: int) -> None:
    code = normalise(draw())

    with pytest.raises(CodeSecoursInvalide, match=rf"groupe {rang // 4 + 1}\."):
        normalise(faute(code, rang, decalage))


@given(rangs=st.sets(rangs, min_size=2, max_size=2), a=st.integers(1, 31), b=st.integers(1, 31))
def test_deux_fautes_se_voient(rangs: set[int], a: int, b: int) -> None:
    code = normalise(draw())
    premier, second = rangs

    with pytest.raises(CodeSecoursInvalide, match="faute"):
        normalise(faute(faute(code, premier, a), second, b))


@given(rang=st.integers(0, SYMBOLS - 2))
def test_deux_voisins_echanges_se_voient(rang: int) -> None:
    code = normalise(draw())
    echange = code[:rang] + code[rang + 1] + code[rang] + code[rang + 2 :]

    if echange != code:
        with pytest.raises(CodeSecoursInvalide):
            normalise(echange)


def test_presque_aucun_texte_au_hasard_n_est_un_code() -> None:
    """Témoin : la part attendue est d'un sur 1 024 ; un contrôle absent les prendrait tous."""
    hasard = random.Random(7)
    pris = 0
    for _ in range(2000):
        with suppress(CodeSecoursInvalide):
            normalise("".join(hasard.choices(ALPHABET, k=SYMBOLS)))
            pris += 1
    assert pris <= 12


@pytest.mark.parametrize(
    ("saisie", "phrase"),
    [
        ("", "il y a 0 signes au lieu de 28"),
        ("ABCD-EFGH", "il y a 8 signes au lieu de 28"),
        ("ABCD-EFG!", "«\u202f!\u202f» ne figure dans aucun code"),
        ("é" * 28, "«\u202fÉ\u202f» ne figure dans aucun code"),
    ],
)
def test_une_saisie_qui_n_est_pas_un_code_se_dit(saisie: str, phrase: str) -> None:
    with pytest.raises(CodeSecoursInvalide, match=phrase):
        normalise(saisie)


@given(st.text(max_size=60))
def test_aucune_saisie_ne_plante(saisie: str) -> None:
    with suppress(CodeSecoursInvalide):
        assert len(normalise(saisie)) == SYMBOLS
