"""L'effort se dit à cinq tournées près, dans tout document.

Témoin (vu échouer) : `_arrondi` qui rend sa valeur ; la différence de deux documents y redonne
les deux tournées d'une semaine, et le nombre exact se lit dans les documents composés.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tat_carnet.documents
from tat_carnet.documents.effort import PAS, tournees_dites
from tat_carnet.domain.relu import Effort

DOCUMENTS = Path(tat_carnet.documents.__file__).parent
TOURNEES = st.integers(1, 400)


@pytest.mark.parametrize(
    ("effort", "dit"),
    [
        (Effort(0, 0), ""),
        (Effort(1, 1), "moins de cinq\u00a0tournées"),
        (Effort(4, 0), "moins de cinq\u00a0tournées"),
        (Effort(5, 2), "environ 5\u00a0tournées"),
        (Effort(31, 14), "environ 30\u00a0tournées, dont environ 15 sans rien à signaler"),
        (Effort(63, 33), "environ 65\u00a0tournées, dont environ 35 sans rien à signaler"),
        (
            Effort(1203, 1198),
            "environ 1\u202f205\u00a0tournées, dont environ 1\u202f200 sans rien à signaler",
        ),
    ],
)
def test_une_presence_se_dit_a_cinq_pres(effort: Effort, dit: str) -> None:
    assert tournees_dites(effort) == dit


@given(TOURNEES, TOURNEES)
def test_deux_documents_ne_donnent_pas_les_tournees_d_une_semaine(court: int, long: int) -> None:
    """De deux périodes emboîtées, la différence reste entre au moins cinq nombres qui se suivent :
    l'intrus ne sait pas si la semaine qui les sépare a deux tournées ou six.
    """
    ensemble = [
        [n for n in range(1, 410) if tournees_dites(Effort(n, 0)) == tournees_dites(Effort(t, 0))]
        for t in (court, long)
    ]
    possibles = {plus - moins for moins in ensemble[0] for plus in ensemble[1]}
    assert max(possibles) - min(possibles) >= PAS - 1


def test_aucun_document_ne_lit_le_nombre_de_tournees() -> None:
    """Seul `effort.py` le lit : ailleurs, il ne peut pas s'écrire au nombre exact."""
    lecteurs = {
        chemin.relative_to(DOCUMENTS).as_posix()
        for chemin in DOCUMENTS.rglob("*.py")
        for noeud in ast.walk(ast.parse(chemin.read_text(encoding="utf-8")))
        if isinstance(noeud, ast.Attribute) and noeud.attr in {"tournees", "ras"}
    }
    assert lecteurs == {"effort.py"}
