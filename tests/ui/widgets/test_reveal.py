"""Ce qui apparaît sous la page se montre de lui-même."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tat_carnet.ui.widgets.reveal import MARGIN, reveal


def page(qtbot: QtBot, height: int) -> tuple[QScrollArea, QWidget]:
    """Une page de 200 pixels ; un widget de cette hauteur attend mille pixels plus bas."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    before, widget, after = QWidget(), QWidget(), QWidget()
    for one, size in ((before, 1000), (widget, height), (after, 1000)):
        one.setFixedHeight(size)
        column.addWidget(one)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(content)
    area.resize(300, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    return area, widget


@pytest.mark.parametrize("height", [50, 400])
def test_ce_qui_tient_se_montre_entier_ce_qui_ne_tient_pas_par_le_haut(
    qtbot: QtBot, height: int
) -> None:
    """Contrôle positif, vu échouer : ne rien faire défiler."""
    area, widget = page(qtbot, height)
    reveal(widget)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)

    top = area.verticalScrollBar().value()
    if height == 400:
        assert top == 1000 - MARGIN
    else:
        assert top <= 1000
        assert 1000 + height <= top + area.viewport().height()


def test_hors_d_une_page_rien_ne_se_passe(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    reveal(alone)
    assert alone.parentWidget() is None
