"""Taper longtemps n'arrête pas l'application.

PySide6 6.12 perd une référence de `True` par signal émis, et de `None` par appel qui ne rend rien ;
Python 3.11 s'arrête à zéro. Témoin, vu échouer : sans `bootstrap._keep_constants_alive`, ce
programme meurt d'un signal SIGABRT.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from tat_carnet.ui.saisie.preview import pause_ms

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


@pytest.mark.parametrize(
    ("prend_s", "pause"), [(0.001, 0), (0.05, 200), (0.2, 400), (3.0, 3000), (6.0, 6000)]
)
def test_une_note_enorme_ne_se_relit_pas_a_chaque_pause(prend_s: float, pause: int) -> None:
    """Vu échouer : cinq secondes de gel toutes les quatre dixièmes de seconde."""
    assert pause_ms(prend_s) == pause
