"""Chaque champ saisi a un sort ; ce qui se jette n'atteint jamais un fait relu.

Témoin : ôter « binome » de `_TOURNEE`, ou ajouter un champ à `Fait`, fait échouer le premier essai
(vu une fois).
"""

from __future__ import annotations

from dataclasses import fields

import pytest

from tat_carnet.anonymisation.field_policy import SORTIES, SORTS, Sort
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.relu import FaitRelu, NatureRelue


@pytest.mark.parametrize("entite", SORTS)
def test_chaque_champ_saisi_a_un_sort_et_aucun_sort_n_est_de_trop(entite: type) -> None:
    assert set(SORTS[entite]) == {champ.name for champ in fields(entite)}


def test_un_fait_relu_ne_porte_rien_de_ce_qui_se_jette() -> None:
    """Un champ dérivé (famille, semaine) vient d'un champ déclaré dans `SORTIES`."""
    for champ in (*fields(FaitRelu), *fields(NatureRelue)):
        entite, origine = SORTIES.get(champ.name, (Fait, champ.name))
        assert SORTS[entite][origine] is not Sort.jeter, champ.name


def test_ce_qui_se_dit_ensemble_n_a_de_champ_que_pour_une_nature() -> None:
    """Un lieu, une période ou un compte n'auraient nulle part où s'écrire (décision 0032)."""
    assert {champ.name for champ in fields(NatureRelue)} == {"reference", "type"}


def test_ce_qui_sort_sous_un_autre_nom_existe_dans_le_fait_relu() -> None:
    assert set(SORTIES) <= {champ.name for champ in fields(FaitRelu)}


@pytest.mark.parametrize(
    ("entite", "champ"),
    [(Tournee, "binome"), (Tournee, "note"), (Site, "nom_usage"), (Fait, "natures_source")],
)
def test_ce_qui_designe_l_equipe_ou_la_source_se_jette(entite: type, champ: str) -> None:
    assert SORTS[entite][champ] is Sort.jeter
