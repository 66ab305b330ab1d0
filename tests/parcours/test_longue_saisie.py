"""Taper longtemps n'arrête pas l'application.

PySide6 6.12 perd une référence de `True` par signal émis, et de `None` par appel qui ne rend rien ;
Python 3.11 s'arrête à zéro. Témoin, vu échouer : sans `bootstrap._keep_constants_alive`, ce
programme meurt d'un signal SIGABRT.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

EPUISER = """
from PySide6.QtCore import QObject, Signal
from tat_carnet import bootstrap

class Source(QObject):
    parti = Signal()

if {garde}:
    bootstrap.make_app()
source = Source()
for _ in range(50_000):
    source.parti.emit()
    source.setObjectName("x")
"""


def epuiser(garde: bool) -> int:
    programme = EPUISER.format(garde=garde)
    return subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, check=False
    ).returncode


def test_cinquante_mille_appels_n_arretent_pas_l_application() -> None:
    assert epuiser(garde=True) == 0


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True y est immortel")
def test_temoin_sans_la_garde_python_s_arrete_net() -> None:
    """Dit aussi quand PySide6 sera guéri : la garde, alors inutile, s'en ira."""
    assert epuiser(garde=False) != 0
