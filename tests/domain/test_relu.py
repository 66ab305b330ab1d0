"""Ce qui peut sortir porte un sceau ; rien d'autre ne se construit."""

from __future__ import annotations

import pytest

from tat_carnet.domain.relu import SCEAU, TexteRelu


def test_un_texte_relu_ne_se_construit_pas_sans_le_sceau() -> None:
    with pytest.raises(TypeError, match="Seule la relecture"):
        TexteRelu("vu Karim", object())


def test_un_texte_relu_se_lit_et_ne_montre_pas_son_sceau() -> None:
    relu = TexteRelu("des jeunes", SCEAU)
    assert str(relu) == "des jeunes"
    assert "sceau" not in repr(relu)
    assert repr(SCEAU) == "‹sceau›"
