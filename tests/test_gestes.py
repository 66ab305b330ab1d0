"""Les mains des essais disent pourquoi elles échouent."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fenetres import fenetre


def test_lire_ce_qui_n_existe_pas_dit_ce_qui_manque(qtbot: QtBot, tmp_path: Path) -> None:
    """Vu échouer : la cause se perdait dans le fil du cahier, derrière un `IndexError`."""
    with fenetre(qtbot, tmp_path, demo=True) as gestes:
        with pytest.raises(KeyError, match="absente"):
            gestes.lire(lambda _cahier: {}["absente"])
        assert gestes.lire(lambda cahier: len(cahier.sites())) > 0
