"""Ce que la conservation dit, accordé."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tat_carnet.domain.conservation import GestePurge, LignePurge, Objet
from tat_carnet.store.regles_purge import REGLES
from tat_carnet.ui.conservation.mots import (
    _INCONNU,
    _LIGNES,
    _TEXTES,
    avancee,
    duree,
    ligne_du_journal,
    nombres,
    periode,
)


@pytest.mark.parametrize(
    ("objet", "comptes", "attendu"),
    [
        (Objet.faits, {}, "rien"),
        (Objet.faits, {"fait": 1}, "1 fait"),
        (Objet.textes_bruts, {"fait": 2, "tournee": 1}, "2 textes de faits et 1 note de tournée"),
        (
            Objet.textes_bruts,
            {"fait": 1200, "brouillon": 1, "terme_masquage": 2},
            "1\u202f200 textes de faits, 1 brouillon et 2 termes de masquage",
        ),
        (Objet.documents, {"inconnue": 2}, "2 lignes"),
    ],
)
def test_les_nombres_s_accordent(objet: Objet, comptes: dict[str, int], attendu: str) -> None:
    assert nombres(objet, comptes) == attendu


def test_chaque_table_purgee_a_ses_mots() -> None:
    """Un nom du métier qui se déclare sans mots s'appellerait « ligne »."""
    assert {regle.table for regle in REGLES} <= {*_LIGNES, *_TEXTES}
    assert _INCONNU not in _LIGNES.values()


def test_durees_et_periodes() -> None:
    assert [duree(mois) for mois in (1, 24, 36, 60)] == ["1 mois", "24 mois", "3 ans", "5 ans"]
    assert [periode(code) for code in ("2024", "2026-05")] == ["2024", "mai 2026"]
    assert avancee(1200, 4000) == "Purge en cours : 1\u202f200 sur 4\u202f000."


def test_une_ligne_du_journal_ne_dit_que_des_nombres() -> None:
    le = datetime(2026, 11, 21, 21, 45)
    purge = LignePurge(le, GestePurge.purge, Objet.faits, date(2021, 11, 21), {"fait": 3}, "0" * 64)

    assert ligne_du_journal(purge) == "Faits codés d’avant le dimanche 21 novembre 2021 : 3 faits"
    assert "suspendue" in ligne_du_journal(LignePurge(le, GestePurge.suspension))
    assert ligne_du_journal(LignePurge(le, GestePurge.reprise)) == "Suspension levée"
