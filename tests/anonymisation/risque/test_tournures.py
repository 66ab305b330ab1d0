"""Ce qui raconte quelqu'un sans le nommer, même à deux ou trois."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.risque.tournures import raconte_quelqu_un
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
