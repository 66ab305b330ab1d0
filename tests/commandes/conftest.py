"""Un cahier modèle, fermé, avec une sauvegarde ; recopié pour chaque essai."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from commandes.aides import CODE, PHRASE, remplir
from tat_carnet.store.cahier import create
from tat_carnet.store.kdf import FLOOR


@pytest.fixture(scope="session")
def modele(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Créé une fois : trois faits, sauvegardés, puis deux autres."""
    path = tmp_path_factory.mktemp("modèle") / "Carnet d’été.cahier"
    with create(path, PHRASE, CODE, kdf=FLOOR) as cahier:
        remplir(cahier, 3)
        cahier.backup(datetime(2026, 11, 21, 22, 10))
        remplir(cahier, 2, depuis=3)
    return path


@pytest.fixture
def cahier(modele: Path, tmp_path: Path) -> Path:
    """Le dossier d'un cahier fermé, à soi."""
    return Path(shutil.copytree(modele, tmp_path / modele.name))


@pytest.fixture
def sauvegarde(cahier: Path) -> Path:
    """Sa sauvegarde."""
    (path,) = (cahier / "sauvegardes").iterdir()
    return path
