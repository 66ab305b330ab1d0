"""Le nom qui remplace s'accorde : déterminants, élisions, contractions."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.recritures.accords import Groupe, lier


@pytest.mark.parametrize(
    ("determinant", "groupe", "accorde"),
    [
        ("l'", Groupe("occupation", feminin=True), "l’occupation"),
        ("une", Groupe("lieu"), "un lieu"),
        ("cette", Groupe("usager"), "cet usager"),
        ("cet", Groupe("usagère", feminin=True), "cette usagère"),
        ("sa", Groupe("usagère", feminin=True), "son usagère"),
        ("leur", Groupe("lieux", pluriel=True), "leurs lieux"),
        ("quel", Groupe("lieu"), "lieu"),
        ("le", Groupe("habitant"), "l’habitant"),
    ],
)
def test_un_determinant_s_accorde_au_groupe(determinant: str, groupe: Groupe, accorde: str) -> None:
    assert groupe.avec(determinant) == accorde


@pytest.mark.parametrize(
    ("preposition", "groupe", "lie"),
    [("", "un jeune", "un jeune"), ("de", "un jeune", "d’un jeune"), ("de", "le même", "du même"),
     ("à", "le même", "au même"), ("de", "la même", "de la même"), ("que", "une", "qu’une"),
     ("de", "les étages", "des étages"), ("dans", "un bât", "dans un bât"),
     ("de", "des proches", "de proches")],
)  # fmt: skip
def test_lier_contracte_et_elide(preposition: str, groupe: str, lie: str) -> None:
    assert lier(preposition, groupe) == lie
