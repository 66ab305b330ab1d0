"""Les rangs s'écrivent en français, sans plafond."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.anonymisation.nombres import ordinal


@pytest.mark.parametrize(
    ("nombre", "mot"),
    [
        (1, "premier"),
        (4, "quatrième"),
        (5, "cinquième"),
        (9, "neuvième"),
        (19, "dix-neuvième"),
        (20, "vingtième"),
        (21, "vingt et unième"),
        (30, "trentième"),
        (71, "soixante et onzième"),
        (77, "soixante-dix-septième"),
        (80, "quatre-vingtième"),
        (81, "quatre-vingt-unième"),
        (91, "quatre-vingt-onzième"),
        (99, "quatre-vingt-dix-neuvième"),
        (100, "100e"),
    ],
)
def test_un_rang_s_ecrit_en_toutes_lettres_jusqu_a_cent(nombre: int, mot: str) -> None:
    assert ordinal(nombre - 1) == mot


def test_seul_le_premier_s_accorde() -> None:
    assert (ordinal(0, feminin=True), ordinal(1, feminin=True)) == ("première", "deuxième")


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_deux_rangs_ne_se_disent_jamais_pareil(un: int, autre: int) -> None:
    assert (ordinal(un) == ordinal(autre)) == (un == autre)
