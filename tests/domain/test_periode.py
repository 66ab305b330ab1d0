"""Une semaine, un mois, une partie du jour : ce qui sort à la place d'un instant."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.periode import (
    debut_de_periode,
    dit_le_mois,
    mois_iso,
    moment_de,
    periode_de,
    semaine_iso,
)
from tat_carnet.domain.vocabulaire import Moment


def test_la_semaine_suit_la_norme_iso_au_tournant_de_l_annee() -> None:
    assert semaine_iso(date(2026, 11, 21)) == "2026-S47"
    assert semaine_iso(date(2027, 1, 1)) == "2026-S53"
    assert semaine_iso(date(2024, 12, 30)) == "2025-S01"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_une_periode_commence_au_plus_tard_le_jour_qu_elle_couvre(jour: date) -> None:
    """Témoin (vu une fois) : la semaine comptée du mardi."""
    lundi, premier = debut_de_periode(semaine_iso(jour)), debut_de_periode(mois_iso(jour))
    assert (lundi.weekday(), timedelta() <= jour - lundi < timedelta(7)) == (0, True)
    assert premier == jour.replace(day=1)


def test_une_periode_dit_la_semaine_ou_le_mois() -> None:
    jour = date(2026, 11, 21)
    assert periode_de(jour, au_mois=False) == "2026-S47"
    assert periode_de(jour, au_mois=True) == "2026-11"
    assert periode_de(None, au_mois=True) == ""
    assert [dit_le_mois(periode) for periode in ("2026-11", "2026-S47")] == [True, False]


@pytest.mark.parametrize("periode", ["2026", "2026-13", "2026-S54", "hier"])
def test_ce_qui_n_est_pas_une_periode_se_refuse(periode: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        debut_de_periode(periode)


@pytest.mark.parametrize(
    ("heure", "moment"),
    [
        (0, Moment.nuit),
        (5, Moment.nuit),
        (6, Moment.matin),
        (11, Moment.matin),
        (12, Moment.midi),
        (14, Moment.apres_midi),
        (18, Moment.soiree),
        (21, Moment.soiree),
        (22, Moment.nuit),
        (23, Moment.nuit),
    ],
)
def test_l_heure_exacte_devient_une_partie_du_jour(heure: int, moment: Moment) -> None:
    assert moment_de(datetime(2026, 11, 21, heure, 45)) is moment
