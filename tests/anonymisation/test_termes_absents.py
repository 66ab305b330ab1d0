"""La liste de masquage s'éteint avec les textes : au moindre doute, un terme reste."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.masquage import termes_absents


@pytest.mark.parametrize(
    ("terme", "mots"),
    [
        ("Kelyan", ["kelyan"]),
        ("Kelyan", ["KELYÁN"]),
        ("Kelyan", ["kelian"]),
        ("Kelyan", ["kelyann"]),
        ("Bou Bou", ["boubou"]),
        ("Petit Loup", ["le", "petit", "loup"]),
        ("Zo", ["zo"]),
    ],
)
def test_un_terme_encore_dit_reste(terme: str, mots: list[str]) -> None:
    assert termes_absents(frozenset({terme}), mots) == frozenset()


@pytest.mark.parametrize(
    ("terme", "mots"),
    [
        ("Kelyan", []),
        ("Kelyan", ["autre", "chose"]),
        ("Petit Loup", ["petit"]),
        ("Zo", ["zou", "za"]),
    ],
)
def test_un_terme_que_plus_rien_ne_dit_s_en_va(terme: str, mots: list[str]) -> None:
    assert termes_absents(frozenset({terme}), mots) == {terme}
