"""Chaque essai vit dans une maison vide, sans écran et sans réseau."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

# Avant tout import de Qt : sans écran, Qt arrêterait le processus.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ADRESSES_INTERNET = (2, 10)  # AF_INET, AF_INET6 sous Linux


def refuse_network(event: str, args: tuple[object, ...]) -> None:
    """Crochet d'audit : ouvrir une socket Internet fait échouer l'essai qui l'ouvre."""
    if event == "socket.__new__" and args[1] in ADRESSES_INTERNET:
        raise AssertionError("Un essai a ouvert une socket Internet.")


sys.addaudithook(refuse_network)


@pytest.fixture(autouse=True)
def maison(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Un dossier personnel vide, au nom accentué, pour cet essai seul.

    Données, préférences et cache de la personne qui lance les essais restent hors d'atteinte.
    """
    home = tmp_path_factory.mktemp("maison à elle")
    monkeypatch.setenv("HOME", str(home))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return home


@pytest.fixture
def recits_entiers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Les phrases où quelqu'un se tient sont proposées comme les autres.

    Pour les essais qui portent sur leurs alertes ou sur un récit entier ; ce qui reste dehors a les
    siens (`test_phrases_tues.py`).
    """
    from tat_carnet.anonymisation import recit

    monkeypatch.setattr(recit, "phrases", lambda *_: ())
