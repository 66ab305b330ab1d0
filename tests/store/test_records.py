"""Ce qui s'écrit se relit."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.vocabulaire import Impact, NatureSource, Public, Theme
from tat_carnet.store.records import (
    FAIT_COLUMNS,
    fait_from_row,
    fait_to_columns,
    site_from_columns,
    site_to_columns,
    tournee_from_columns,
    tournee_to_columns,
)

bruts = st.builds(TexteBrut, st.text(max_size=40))
faits = st.builds(
    Fait,
    texte_brut=bruts,
    themes=st.lists(st.sampled_from(Theme)).map(tuple),
    publics=st.lists(st.sampled_from(Public)).map(tuple),
    impacts=st.lists(st.sampled_from(Impact)).map(tuple),
    natures_source=st.lists(st.sampled_from(NatureSource)).map(tuple),
)
sites = st.builds(Site, nom_usage=bruts)
tournees = st.builds(Tournee, binome=bruts, note=bruts)


@settings(max_examples=80)
@given(fait=faits)
def test_un_fait_se_relit_tel_qu_il_a_ete_ecrit(fait: Fait) -> None:
    assert fait_from_row(list(fait_to_columns(fait).values())) == fait


@given(site=sites)
def test_un_site_se_relit_tel_qu_il_a_ete_ecrit(site: Site) -> None:
    assert site_from_columns(site_to_columns(site)) == site


@given(tournee=tournees)
def test_une_tournee_se_relit_telle_qu_elle_a_ete_ecrite(tournee: Tournee) -> None:
    assert tournee_from_columns(tournee_to_columns(tournee)) == tournee


@pytest.mark.parametrize(
    ("genre", "colonnes"),
    [
        (Fait, FAIT_COLUMNS),
        (Site, site_to_columns(Site("a", "b"))),
    ],
)
def test_aucun_champ_du_domaine_n_est_oublie(genre: type, colonnes: tuple[str, ...]) -> None:
    """Témoin : un champ ajouté au domaine sans sa colonne fait échouer cet essai."""
    ecrits = {"position_plan" if nom in ("plan_x", "plan_y") else nom for nom in colonnes}
    assert {champ.name for champ in fields(genre)} == ecrits
