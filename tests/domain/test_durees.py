"""Les durées : à la baisse seulement, comptées en mois du calendrier."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.conservation import (
    CHOIX,
    DUREES,
    Apercu,
    DureeTropLongue,
    GestePurge,
    LignePurge,
    Objet,
    PurgeEnCours,
    mois_avant,
    verified_duree,
)


def test_les_durees_par_defaut_sont_celles_du_domaine() -> None:
    assert [DUREES[objet] for objet in Objet] == [6, 24, 24, 60, 60, 12]


@pytest.mark.parametrize("objet", Objet)
def test_une_duree_ne_se_regle_qu_a_la_baisse(objet: Objet) -> None:
    assert verified_duree(objet, 1) == 1
    assert verified_duree(objet, DUREES[objet]) == DUREES[objet]
    for mois in (0, -3, DUREES[objet] + 1):
        with pytest.raises(DureeTropLongue, match="à la baisse"):
            verified_duree(objet, mois)


@pytest.mark.parametrize("objet", Objet)
def test_la_duree_par_defaut_est_parmi_celles_qu_on_propose(objet: Objet) -> None:
    assert DUREES[objet] in CHOIX


@pytest.mark.parametrize(
    ("jour", "mois", "attendu"),
    [
        (date(2026, 11, 21), 6, date(2026, 5, 21)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 11, 21), 60, date(2021, 11, 21)),
        (date(2026, 12, 1), 12, date(2025, 12, 1)),
    ],
)
def test_les_mois_se_comptent_au_calendrier(jour: date, mois: int, attendu: date) -> None:
    assert mois_avant(jour, mois) == attendu


@given(st.dates(date(1990, 1, 1), date(2200, 1, 1)), st.integers(1, 60))
def test_une_borne_ne_recule_jamais_quand_le_jour_avance(jour: date, mois: int) -> None:
    borne = mois_avant(jour, mois)

    assert borne < jour
    assert (jour.year * 12 + jour.month) - (borne.year * 12 + borne.month) == mois
    assert mois_avant(date.fromordinal(jour.toordinal() + 1), mois) >= borne


def test_un_nombre_est_la_somme_des_tables() -> None:
    nombres = {"fait": 3, "tournee": 2}
    borne = date(2026, 1, 1)

    assert Apercu(Objet.faits, borne, nombres).nombre == 5
    assert PurgeEnCours(Objet.faits, borne, nombres).nombre == 5
    assert LignePurge(datetime(2026, 1, 1), GestePurge.purge, nombres=nombres).nombre == 5
