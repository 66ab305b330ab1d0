"""Un cahier modèle, créé une fois, recopié pour chaque essai ; la dérivation au plancher."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from store.aides import CODE, PHRASE, remplir
from tat_carnet.store import cles
from tat_carnet.store.cahier import CahierOuvert, create, open_demo
from tat_carnet.store.kdf import FLOOR, derive

DERIVE_UNE_FOIS = cache(derive)


@pytest.fixture(autouse=True)
def derivation_sur_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dérive vraiment, mais ici et une fois par sel ; `test_kdf_process` essaie le processus."""
    monkeypatch.setattr(cles, "derive_apart", DERIVE_UNE_FOIS)


@pytest.fixture(scope="session")
def modele(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Un cahier fermé : un site, trois faits."""
    path = tmp_path_factory.mktemp("modèle") / "Carnet d’été.cahier"
    with create(path, PHRASE, CODE, kdf=FLOOR) as cahier:
        remplir(cahier, 3)
    return path


@pytest.fixture
def dossier(modele: Path, tmp_path: Path) -> Path:
    """Une copie du cahier modèle, fermée."""
    return Path(shutil.copytree(modele, tmp_path / modele.name))


@pytest.fixture
def cahier(tmp_path: Path) -> Iterator[CahierOuvert]:
    """Un cahier ouvert et vide, sans phrase."""
    with open_demo(tmp_path) as opened:
        yield opened
