"""Une page compose un fait quand on le regarde, et vaut la liste des mêmes faits."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import TypeFait
from tat_carnet.store import page as module
from tat_carnet.store.page import Page
from tat_carnet.store.records import FAIT_COLUMNS, fait_from_row, fait_to_columns

DEBUT = datetime(2026, 11, 21, 21)
FAITS = [
    Fait(DEBUT + timedelta(minutes=rang), "lieu", TypeFait.bruit, TexteBrut(f"le bruit {rang}"))
    for rang in range(5)
]


def page() -> Page:
    return Page([[fait_to_columns(fait)[nom] for nom in FAIT_COLUMNS] for fait in FAITS])  # type: ignore[misc]


def test_une_page_vaut_la_liste_de_ses_faits() -> None:
    assert page() == FAITS
    assert page() != FAITS[1:]
    assert page() != 5
    assert len(page()) == 5
    assert list(reversed(page())) == FAITS[::-1]
    assert page()[1:3] == FAITS[1:3]
    assert page()[-1] == FAITS[-1]
    assert FAITS[2] in page()
    with pytest.raises(IndexError):
        page()[5]


def test_seul_un_fait_regarde_est_compose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Contrôle positif : la page entière, parcourue, les compose tous."""
    composes: list[str] = []

    def compose(row: list[object]) -> Fait:
        composes.append(str(row[0]))
        return fait_from_row(row)

    monkeypatch.setattr(module, "fait_from_row", compose)
    faits = page()
    assert composes == []

    assert faits[3] is faits[3]
    assert composes == [FAITS[3].id]

    list(faits)
    assert sorted(composes) == sorted(fait.id for fait in FAITS)
