"""Ce qui nommerait encore quelqu'un quand plus aucun texte ne le dit."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.oubli import Dits

DITS = Dits({"Kélyan", "maraudeurs"})


@pytest.mark.parametrize("texte", ["Zorbulon", "le frère de Zorbulon", "Rose", "06399800", "kely"])
def test_un_mot_qui_pourrait_nommer_s_oublie(texte: str) -> None:
    """« Rose » est un mot courant, et un prénom : au doute, il part."""
    assert DITS.s_oublie(texte)


@pytest.mark.parametrize(
    "texte", ["kelyan", "KÉLYAN la nuit", "seringues 2026", "csapa", "", " ! "]
)
def test_un_mot_dit_ou_courant_reste(texte: str) -> None:
    assert not DITS.s_oublie(texte)


def test_une_recherche_se_garde_par_le_debut_de_son_dernier_mot() -> None:
    assert not DITS.s_oublie("bruit kely", prefixe=True)
    assert DITS.s_oublie("kely bruit", prefixe=True)
