"""Toutes les épreuves dérivent vite ; celles qu'intéresse la vraie dérivation la lancent à part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from epreuves.epreuve import derivation_rapide
from epreuves.test_02_verrou import VERROUS, Releve, relever
from epreuves.trace import Trace, suivre


@pytest.fixture(autouse=True)
def vite() -> Iterator[None]:
    with derivation_rapide():
        yield


@pytest.fixture(scope="session")
def journee_saine(tmp_path_factory: pytest.TempPathFactory) -> Trace:
    """Une journée suivie par strace, pour le canari et pour le réseau."""
    return suivre(tmp_path_factory.mktemp("journée"))


@pytest.fixture(scope="session")
def journee_trahie(tmp_path_factory: pytest.TempPathFactory) -> Trace:
    """La même, avec les deux défauts des témoins."""
    return suivre(tmp_path_factory.mktemp("trahie"), "temp_store", "reseau")


@pytest.fixture(scope="session")
def fenetre_saine(tmp_path_factory: pytest.TempPathFactory) -> Releve:
    """La fenêtre verrouillée et fouillée, pour le verrou et pour la mémoire."""
    with derivation_rapide():
        return relever(tmp_path_factory.mktemp("fenêtre"), VERROUS)


@pytest.fixture(scope="session")
def fenetre_oublieuse(tmp_path_factory: pytest.TempPathFactory) -> Releve:
    """La même, qui garde une copie de la clé au lieu de l'effacer."""
    with derivation_rapide():
        return relever(tmp_path_factory.mktemp("oublieuse"), 1, "oublieux")
