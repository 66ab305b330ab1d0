"""Ce qui peut sortir porte un sceau ; rien d'autre ne se construit."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from tat_carnet.domain import relu as module
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.relu import SCEAU, TexteRelu

CHAINES_ADMISES = {"TexteRelu.texte", "FaitRelu.reference", "FaitRelu.semaine"} | {
    "DementiRelu.reference",
    "DementiRelu.semaine",
    "NatureRelue.reference",
    "DecisionSuivie.depuis",
    "FaitRelu.signale_le",
    "FaitRelu.ramasse_le",
}
"""Le texte que le sceau garde, un identifiant tiré au sort, une semaine : rien qu'on tape."""


def test_un_texte_relu_ne_se_construit_pas_sans_le_sceau() -> None:
    with pytest.raises(TypeError, match="Seule la relecture"):
        TexteRelu("vu Karim", object())


def test_un_texte_relu_se_lit_et_ne_montre_pas_son_sceau() -> None:
    relu = TexteRelu("des jeunes", SCEAU)
    assert str(relu) == "des jeunes"
    assert "sceau" not in repr(relu)
    assert repr(SCEAU) == "‹sceau›"


def chaines_libres(contenu: type) -> list[str]:
    """Les champs d'un contenu où une chaîne que personne n'a relue pourrait se glisser."""
    types = get_type_hints(contenu)
    return [
        f"{contenu.__name__}.{champ}"
        for champ, type_ in types.items()
        if champ != "sceau" and {str, TexteBrut, object, Any} & set(_feuilles(type_))
    ]


def _feuilles(type_: Any) -> list[Any]:
    return [f for argument in get_args(type_) for f in _feuilles(argument)] or [type_]


def test_un_contenu_relu_ne_porte_aucune_chaine_que_personne_n_a_relue() -> None:
    contenus = [c for c in vars(module).values() if isinstance(c, type) and is_dataclass(c)]
    libres = {champ for contenu in contenus for champ in chaines_libres(contenu)}

    assert libres == CHAINES_ADMISES


@pytest.mark.parametrize("type_", [str, str | None, tuple[str, ...], TexteBrut, Any])
def test_un_contenu_qui_porterait_du_texte_libre_est_pris(type_: Any) -> None:
    temoin = dataclass(type("Temoin", (), {"__annotations__": {"note": type_}}))
    assert chaines_libres(temoin) == ["Temoin.note"]
