"""Retrouver par quelques lettres."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.recherche import fold, match_rank, natural, words


def test_replier_efface_accents_casse_ligatures_et_apostrophes() -> None:
    assert fold("CŒUR d’Îlot, ex-æquo") == "coeur d'ilot, ex-aequo"


@given(st.text())
def test_replier_deux_fois_ne_change_rien(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "candidates", "rank"),
    [
        ("", ("Bruit",), 0),
        ("bru", ("Bruit",), 0),
        ("inj", ("Matériel d’injection",), 1),
        ("seri", ("Matériel d’injection", "Traces", "seringue aiguille"), 2),
        ("tra mat", ("Matériel d’injection", "Traces"), 2),
        ("zz", ("Matériel d’injection", "seringue"), None),
        ("x", ("—", "x-ray"), 2),
    ],
)
def test_le_rang_prefere_le_debut_du_libelle(
    typed: str, candidates: tuple[str, ...], rank: int | None
) -> None:
    assert match_rank(typed, *candidates) == rank


def test_les_mots_se_separent_sur_tout_ce_qui_n_est_ni_lettre_ni_chiffre() -> None:
    assert words("L'école, bât. 3!") == ["l", "ecole", "bat", "3"]


def test_les_noms_se_rangent_comme_on_les_lit() -> None:
    """Contrôle positif, vu échouer : `fold` seul met « Hall 10 » avant « hall 2 »."""
    ranges = ["2 rue", "Allée", "Écluse", "Étang", "hall", "hall 2", "Hall 10"]
    assert sorted(set(ranges), key=natural) == ranges
