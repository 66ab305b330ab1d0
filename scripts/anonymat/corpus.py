"""Les parts du corpus qu'on mesure : le travail, la réserve, la prose d'autres métiers."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any, Final

CORPUS: Final = Path(__file__).resolve().parents[2] / "tests" / "corpus"

_AUTRES: Final = "autres_metiers"


def _charger_lecture() -> Any:
    """Le module qui lit le corpus (il vit avec lui, hors d'un paquet importable d'ici)."""
    spec = importlib.util.spec_from_file_location("lecture", CORPUS / "lecture.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["lecture"] = module
    spec.loader.exec_module(module)
    return module


LECTURE: Final = _charger_lecture()


def lire(part: str, prefixe: str = "") -> tuple[list[Any], list[Any]]:
    """Les notes d'éducateurs de `part` (« travail », « reserve »), puis celles d'autres métiers."""
    notes: list[Any] = []
    autres: list[Any] = []
    for fichier in sorted((CORPUS / part).glob("*.txt")):
        if fichier.name.startswith(prefixe):
            (autres if _AUTRES in fichier.name else notes).extend(LECTURE.read_notes(fichier))
    return notes, autres
