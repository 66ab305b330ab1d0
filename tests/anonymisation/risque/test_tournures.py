"""Ce qui raconte quelqu'un sans le nommer, même à deux ou trois."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.risque.tournures import (
    dit_des_gens,
    raconte_quelqu_un,
    voit_quelqu_un,
)
from tat_carnet.domain.recherche import fold
from tat_carnet.domain.vocabulaire import Profil


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


@pytest.mark.parametrize(
    ("phrase", "vue", "vue_de_peu"),
    [
        ("Contrôle de 3 jeunes sous le préau.", True, True),
        ("Deux que je dirais au lycée surveillent le rond-point.", True, True),
        ("4 qu’on ne connaît pas sur le banc.", True, True),
        ("Huit au square, dont 2 nouvelles.", True, True),
        ("Les mêmes têtes, devant la laverie.", True, True),
        ("Trois grands assis dans les escaliers.", True, True),
        ("3 dans le hall ce soir.", False, True),
        ("Ils repartent vers 23 h.", False, True),
        ("Les deux se sont levés.", False, True),
        ("Des plus jeunes prennent la place.", False, True),
        ("Six dames attendent le bus.", False, True),
        ("Une dizaine de jeunes au square.", False, False),
        ("3 seringues au pied du mur, 2 vélos dans la haie.", False, False),
        ("Trois nouveaux bancs, deux grands bacs.", False, False),
        ("Les deux halls sont dans le noir.", False, False),
        ("2 au fond du local : des matelas.", False, True),
    ],
)
@pytest.mark.parametrize("profil", [Profil.collectif, Profil.institution])
def test_quatre_au_plus_ne_se_tiennent_pas_dans_une_phrase_pour_aucun_lecteur(
    phrase: str, vue: bool, vue_de_peu: bool, profil: Profil
) -> None:
    """D'un fait codé de quatre au plus, « ils » les désigne aussi.

    Témoins (vus une fois) : sans `_A_QUATRE_AU_PLUS`, six phrases sortent ; sans `peu`, cinq.
    """
    assert voit_quelqu_un(fold(phrase), profil) is vue
    assert voit_quelqu_un(fold(phrase), profil, peu=True) is vue_de_peu
