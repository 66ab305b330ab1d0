"""Ce qui raconte quelqu'un sans le nommer, même à deux ou trois."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.risque.tournures import dit_des_gens, raconte_quelqu_un
from tat_carnet.domain.recherche import fold


@pytest.mark.parametrize(
    ("phrase", "raconte"),
    [
        ("Un des deux portait une glacière.", True),
        ("L’une des trois veut témoigner.", True),
        ("Deux mamies arrosent les bacs.", True),
        ("Trois papas tiennent le barbecue.", True),
        ("Un des deux ascenseurs est réparé.", False),
        ("Une des 3 entrées reste ouverte.", False),
        ("Des mamans attendent devant la grille.", False),
        ("Une vingtaine de papas au tournoi.", False),
    ],
)
def test_a_deux_ou_trois_chacun_se_reconnait(phrase: str, raconte: bool) -> None:
    """Témoin (vu une fois) : sans `_QUELQUES`, « deux mamies » passe sans décision."""
    assert raconte_quelqu_un(fold(phrase)) is raconte


@pytest.mark.parametrize(
    ("phrase", "en_dit"),
    [
        ("3 qu’on n’avait jamais croisés, une voiture verte.", True),
        ("Assis sur le muret, entre 30 et 40.", True),
        ("Elles rient devant la laverie.", True),
        ("Deux jeunes balaient le hall.", True),
        ("« On reviendra demain. »", True),
        ("Il faut réparer la minuterie, il y a du verre partout.", False),
        ("Il s’agissait d’une panne, il semble que ce soit réparé.", False),
        ("Bruit entre 22 et 23 h, porte claquée.", False),
        ("Des habitants montent dans le noir.", False),
        ("4 bancs repeints, 2 ampoules changées.", False),
    ],
)
def test_pour_tous_une_phrase_ou_quelques_uns_se_voient_n_est_pas_d_un_lieu(
    phrase: str, en_dit: bool
) -> None:
    assert dit_des_gens(fold(phrase)) is en_dit
