"""La table de `make eprouver` : quinze épreuves, chacune avec son témoin."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

EPREUVES = sorted(path for path in Path(__file__).parent.glob("test_[0-9]*.py"))


def test_les_quinze_epreuves_ont_leur_ligne() -> None:
    assert {path.stem[5:7] for path in EPREUVES} == {f"{rang:02d}" for rang in range(1, 16)}


@pytest.mark.parametrize("path", EPREUVES, ids=lambda path: path.stem)
def test_chaque_epreuve_se_compte_et_a_son_temoin(path: Path) -> None:
    module = importlib.import_module(f"epreuves.{path.stem}")

    assert callable(module.eprouver)
    assert module.COMPLET >= 1
    assert len(module.TITRE) <= 92
    assert re.search(r"^def test_temoin", path.read_text(encoding="utf-8"), re.MULTILINE)
