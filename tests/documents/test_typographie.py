"""La typographie de ce qui s'imprime."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tat_carnet.documents.typographie import (
    accord,
    date_en_lettres,
    lignes,
    majuscule,
    nombre,
    periode_en_lettres,
    propre,
    semaine_en_lettres,
)


@pytest.mark.parametrize(
    ("tape", "imprime"),
    [
        ("l'été, c'est calme", "l’été, c’est calme"),
        ("deux choses : l'une ; l'autre !", "deux choses\u202f: l’une\u202f; l’autre\u202f!"),
        ("il dit « on reste »", "il dit «\u202fon reste\u202f»"),
        ("il dit «on reste»", "il dit «\u202fon reste\u202f»"),
        ("déjà\u00a0: posé", "déjà\u202f: posé"),
        ("vers 21:30, puis...", "vers 21:30, puis…"),
        ("Ka\u00adrim et\u200b moi", "Karim et moi"),
        ("e\u0301cole", "école"),
        ("  deux   espaces\t", "deux espaces"),
        ("'seul'", "'seul'"),
        ("\ue000\ud800x", "x"),
    ],
)
def test_un_texte_s_imprime_selon_l_usage_francais(tape: str, imprime: str) -> None:
    assert propre(tape) == imprime


@settings(deadline=None)
@given(st.text())
def test_mettre_au_propre_ne_change_jamais_une_lettre(texte: str) -> None:
    def lettres(quoi: str) -> list[str]:
        return [c for c in unicodedata.normalize("NFC", quoi) if c.isalnum()]

    assert lettres(propre(texte)) == lettres(texte)


@settings(deadline=None)
@given(st.text(alphabet=" \u00a0\u202f«»;:!?'’abé."))
def test_mettre_au_propre_deux_fois_n_y_change_rien(texte: str) -> None:
    assert propre(propre(texte)) == propre(texte)


def test_les_lignes_vides_ne_s_impriment_pas() -> None:
    assert lignes("une\n\n  \n deux ") == ("une", "deux")


@pytest.mark.parametrize(
    ("jour", "ecrit"),
    [
        (date(2026, 11, 21), "samedi 21 novembre 2026"),
        (date(2027, 1, 1), "vendredi 1er janvier 2027"),
        (date(2026, 8, 31), "lundi 31 août 2026"),
    ],
)
def test_une_date_s_ecrit_en_lettres(jour: date, ecrit: str) -> None:
    assert date_en_lettres(jour) == ecrit


@pytest.mark.parametrize(
    ("du", "au", "ecrit"),
    [
        (date(2026, 11, 2), date(2026, 11, 20), "du 2 au 20 novembre 2026"),
        (date(2026, 11, 1), date(2026, 11, 20), "du 1er au 20 novembre 2026"),
        (date(2026, 10, 28), date(2026, 11, 1), "du 28 octobre au 1er novembre 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "du 28 décembre 2026 au 3 janvier 2027"),
        (date(2026, 11, 2), date(2026, 11, 2), "le 2 novembre 2026"),
    ],
)
def test_une_periode_ne_repete_que_ce_qui_change(du: date, au: date, ecrit: str) -> None:
    assert periode_en_lettres(du, au) == ecrit


@pytest.mark.parametrize(
    ("semaine", "ecrit"),
    [
        ("2026-S47", "semaine du 16 novembre"),
        ("2026-S23", "semaine du 1er juin"),
        ("2026-S01", "semaine du 29 décembre 2025"),
        ("2025-S40", "semaine du 29 septembre 2025"),
    ],
)
def test_une_semaine_se_dit_par_son_lundi(semaine: str, ecrit: str) -> None:
    assert semaine_en_lettres(semaine, 2026) == ecrit


def test_une_semaine_mal_formee_est_un_defaut_bruyant() -> None:
    with pytest.raises(ValueError, match="week"):
        semaine_en_lettres("2026-S60", 2026)


def test_les_nombres_s_accordent_et_s_espacent() -> None:
    assert accord(0, "fait") == "0\u00a0fait"
    assert accord(1, "fait") == "1\u00a0fait"
    assert accord(12, "fait") == "12\u00a0faits"
    assert accord(3, "point fort", "points forts") == "3\u00a0points forts"
    assert nombre(12400) == "12\u202f400"
    assert majuscule("école") == "École"
    assert majuscule("") == ""


@pytest.mark.parametrize(
    ("periode", "attendu"),
    [
        ("2026-11", "mois de novembre"),
        ("2026-10", "mois d’octobre"),
        ("2025-08", "mois d’août 2025"),
    ],
)
def test_un_mois_tient_lieu_de_semaine(periode: str, attendu: str) -> None:
    assert semaine_en_lettres(periode, 2026) == attendu
