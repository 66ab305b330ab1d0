"""Ce que chaque type demande : des champs qui existent, et chaque famille a sa ligne."""

from __future__ import annotations

from dataclasses import fields

import pytest

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.modeles import PAR_FAMILLE, modele_de
from tat_carnet.domain.vocabulaire import Famille, TypeFait

CHAMPS = {champ.name for champ in fields(Fait)}


def test_chaque_famille_a_son_modele() -> None:
    assert set(PAR_FAMILLE) == set(Famille)


@pytest.mark.parametrize("type_fait", TypeFait)
def test_un_modele_ne_demande_que_des_champs_d_un_fait(type_fait: TypeFait) -> None:
    modele = modele_de(type_fait)
    assert set(modele.champs) <= CHAMPS
    assert modele.amorce


def test_une_trace_demande_les_siens() -> None:
    assert modele_de(TypeFait.materiel_injection).champs == (
        "materiel",
        "quantite",
        "signale_a",
        "signale_le",
        "ramasse_le",
    )
    assert modele_de(TypeFait.feu).champs[0] == "gravite"
    assert modele_de(None).champs == ()
