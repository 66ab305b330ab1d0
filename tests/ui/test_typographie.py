"""Écrire en français à l'écran."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tat_carnet.ui.typographie import (
    FINE,
    INSECABLE,
    compte,
    francais,
    heure,
    jour,
    jour_court,
    majuscule,
    nombre,
)


def test_les_dates_et_les_heures_se_disent_en_francais() -> None:
    assert jour(date(2026, 11, 21)) == "samedi 21 novembre"
    assert jour(date(2026, 11, 1), annee=True) == "dimanche 1er novembre 2026"
    assert jour_court(date(2026, 11, 21)) == "sam. 21 nov."
    assert jour_court(date(2026, 1, 3), date(2026, 11, 21)) == "sam. 3 janv."
    assert jour_court(date(2023, 3, 27), date(2026, 11, 21)) == "27 mars 2023"
    assert jour_court(date(2023, 1, 1), date(2026, 11, 21)) == "1er janv. 2023"
    assert jour_court(date(2026, 2, 1)) == "dim. 1er févr."
    assert jour_court(date(2026, 2, 11)) == "mer. 11 févr."
    assert heure(datetime(2026, 11, 21, 21, 5)) == f"21{INSECABLE}h{INSECABLE}05"


@pytest.mark.parametrize(
    ("value", "texte"),
    [(0, "aucun fait"), (1, "1 fait"), (2, "2 faits"), (12400, f"12{FINE}400 faits")],
)
def test_zero_et_un_prennent_le_singulier(value: int, texte: str) -> None:
    assert compte(value, "fait", "faits") == texte


def test_le_feminin_s_accorde() -> None:
    assert compte(0, "tournée", "tournées", feminin=True) == "aucune tournée"


def test_les_fines_insecables_se_posent_seules() -> None:
    assert francais("Où ? « l'école » : non !") == (
        f"Où{FINE}? «{FINE}l’école{FINE}»{FINE}: non{FINE}!"
    )


def test_majuscule_ne_touche_que_la_premiere_lettre() -> None:
    assert (majuscule("école ASE"), majuscule(""), nombre(7)) == ("École ASE", "", "7")
