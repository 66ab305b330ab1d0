"""Le calendrier de ce que tout le monde peut prévoir : fériés, vacances, rentrées, soirs."""

from __future__ import annotations

from datetime import date

import pytest

from tat_carnet.domain.vocabulaire import ZoneScolaire
from tat_carnet.usecases.calendrier import (
    GenreJour,
    calendrier,
    jour_ouvre,
    vacances_connues_jusqu_au,
)

AUTOMNE_2026 = (date(2026, 11, 1), date(2027, 1, 31))


A, B, C = ZoneScolaire


def noms(zone: ZoneScolaire, du: date, au: date) -> dict[str, tuple[date, date]]:
    return {prevu.libelle: (prevu.jour, prevu.au) for prevu in calendrier(du, au, zone)}


@pytest.mark.parametrize(
    ("jour", "ouvre"),
    [
        (date(2026, 11, 26), date(2026, 11, 26)),
        (date(2026, 12, 25), date(2026, 12, 28)),
        (date(2026, 12, 27), date(2026, 12, 28)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2027, 3, 27), date(2027, 3, 30)),
        (date(2028, 12, 31), date(2029, 1, 2)),
    ],
    ids=["jeudi", "Noël", "dimanche", "Nouvel An", "veille de Pâques", "d’une année à l’autre"],
)
def test_un_jour_propose_est_un_jour_ou_l_on_travaille(jour: date, ouvre: date) -> None:
    assert jour_ouvre(jour) == ouvre


def test_les_feries_et_les_soirs_de_fete_y_sont_sans_zone() -> None:
    prevus = calendrier(*AUTOMNE_2026, None)

    assert {(p.jour, p.libelle) for p in prevus} == {
        (date(2026, 11, 1), "Toussaint"),
        (date(2026, 11, 11), "Armistice"),
        (date(2026, 12, 25), "Noël"),
        (date(2026, 12, 31), "Soir du Nouvel An"),
        (date(2027, 1, 1), "Jour de l’an"),
        (date(2027, 1, 1), "Nuit du Nouvel An"),
    }
    assert [p.jour for p in prevus] == sorted(p.jour for p in prevus)


@pytest.mark.parametrize(
    ("zone", "hiver"),
    [
        (A, (date(2027, 2, 13), date(2027, 2, 28))),
        (B, (date(2027, 2, 20), date(2027, 3, 7))),
        (C, (date(2027, 2, 6), date(2027, 2, 21))),
    ],
)
def test_chaque_zone_a_ses_vacances_d_hiver_2027(
    zone: ZoneScolaire, hiver: tuple[date, date]
) -> None:
    """Calendrier officiel 2026-2027 du ministère."""
    assert noms(zone, date(2027, 1, 1), date(2027, 3, 31))["Vacances d’hiver"] == hiver


def test_chaque_vacances_a_sa_rentree_un_jour_de_semaine() -> None:
    prevus = noms(A, *AUTOMNE_2026)

    assert prevus["Vacances de Noël"] == (date(2026, 12, 19), date(2027, 1, 3))
    assert prevus["Rentrée après les vacances de Noël"] == (date(2027, 1, 4), date(2027, 1, 4))
    assert noms(A, date(2027, 9, 1), date(2027, 9, 1)) == {
        "Rentrée scolaire": (date(2027, 9, 1), date(2027, 9, 1))
    }


@pytest.mark.parametrize("zone", ZoneScolaire)
def test_aucune_rentree_ne_tombe_un_dimanche(zone: ZoneScolaire) -> None:
    rentrees = [
        prevu.jour
        for prevu in calendrier(date(2026, 1, 1), date(2028, 12, 31), zone)
        if prevu.genre is GenreJour.rentree
    ]

    assert len(rentrees) >= 10
    assert all(jour.weekday() < 5 for jour in rentrees)


def test_des_vacances_en_cours_se_montrent_encore() -> None:
    assert "Vacances d’été" in noms(B, date(2027, 8, 1), date(2027, 8, 2))


def test_la_liste_couvre_l_annee_scolaire_et_se_tait_apres() -> None:
    """Si cet essai tombe un jour, c'est que la bibliothèque est à mettre à jour."""
    fin = vacances_connues_jusqu_au()

    assert fin >= date(2027, 8, 31)
    apres = calendrier(fin, date(fin.year + 1, 12, 31), A)
    assert GenreJour.rentree not in {prevu.genre for prevu in apres}
