"""Les documents attendus : écrits en entier dans `tests/attendus/`, relus comme un diff.

`pytest tests/documents --regenerer-attendus` les récrit ; relire le diff avant de l'accepter.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ATTENDUS = Path(__file__).parents[1] / "attendus"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerer-attendus",
        action="store_true",
        default=False,
        help="récrit tests/attendus/ avec ce que le programme produit",
    )


@pytest.fixture
def attendu(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare un texte au fichier attendu de ce nom ; ou récrit le fichier, sur demande."""
    regenerer = request.config.getoption("--regenerer-attendus", default=False)

    def compare(nom: str, texte: str) -> None:
        chemin = ATTENDUS / nom
        if regenerer:
            chemin.write_text(texte, encoding="utf-8", newline="\n")
        assert chemin.read_text(encoding="utf-8") == texte

    return compare
