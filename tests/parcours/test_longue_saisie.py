"""Taper longtemps n'arrête pas l'application.

PySide6 6.12 perd une référence de `True` par signal émis ; Python 3.11 s'arrête à zéro. Témoin, vu
échouer : sans `bootstrap._keep_true_alive`, ce programme meurt d'un signal SIGABRT.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

EMETTRE = """
from PySide6.QtCore import QObject, Signal
from tat_carnet import bootstrap

class Source(QObject):
    parti = Signal()

if {garde}:
    bootstrap.make_app()
source = Source()
for _ in range(20_000):
    source.parti.emit()
"""


def emettre(garde: bool) -> int:
    programme = EMETTRE.format(garde=garde)
    return subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, check=False
    ).returncode


def test_vingt_mille_signaux_n_arretent_pas_l_application() -> None:
    assert emettre(garde=True) == 0


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True y est immortel")
def test_temoin_sans_la_garde_python_s_arrete_net() -> None:
    """Dit aussi quand PySide6 sera guéri : la garde, alors inutile, s'en ira."""
    assert emettre(garde=False) != 0
