"""Les échéances : quand rappeler, quand se taire, quand revenir."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance, meme_jour
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.vocabulaire import GenreEcheance

LE = date(2026, 12, 10)
CONSEIL = Echeance(LE, GenreEcheance.conseil_discipline, rappel=7)


@pytest.mark.parametrize(
    ("jour", "due"),
    [
        (date(2026, 12, 2), False),
        (date(2026, 12, 3), True),
        (date(2026, 12, 10), True),
        (date(2027, 1, 5), True),
    ],
)
def test_le_rappel_vient_sept_jours_avant_et_demeure_ensuite(jour: date, due: bool) -> None:
    assert CONSEIL.due(jour) is due


def test_repoussee_elle_se_tait_jusqu_au_jour_dit() -> None:
    repoussee = CONSEIL.repoussee(date(2026, 12, 8))

    assert not repoussee.due(date(2026, 12, 7))
    assert repoussee.due(date(2026, 12, 8))


def test_faite_elle_ne_revient_pas() -> None:
    faite = CONSEIL.faite()

    assert faite.prochaine() is None
    assert not faite.due(date(2030, 1, 1))
    assert faite.faite() == faite


def test_une_annuelle_revient_l_an_prochain() -> None:
    drame = replace(CONSEIL, annuelle=True, repoussee_au=LE).faite()

    assert drame.prochaine() == date(2027, 12, 10)
    assert drame.repoussee_au is None
    assert not drame.due(date(2027, 12, 2))
    assert drame.due(date(2027, 12, 3))


def test_un_29_fevrier_se_rappelle_le_28() -> None:
    bissextile = Echeance(date(2024, 2, 29), GenreEcheance.fete, annuelle=True).faite()

    assert bissextile.prochaine() == date(2025, 2, 28)
    assert meme_jour(date(2024, 2, 29), 2028) == date(2028, 2, 29)


def test_autre_demande_quelques_mots() -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        Echeance(LE).verified()
    assert refus.value.champ == "quoi"

    dite = Echeance(LE, quoi=TexteBrut("concert"))
    assert dite.verified() is dite


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_reglee_chaque_annee_une_annuelle_avance_d_une_annee(jour: date, rappel: int) -> None:
    echeance = Echeance(jour, GenreEcheance.fete, annuelle=True, rappel=rappel)
    for an in range(1, 6):
        echeance = echeance.faite()
        prochaine = echeance.prochaine()
        assert prochaine is not None
        assert prochaine.year == jour.year + an
        assert echeance.due(prochaine - timedelta(days=rappel))
