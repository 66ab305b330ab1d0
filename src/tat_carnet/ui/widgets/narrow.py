"""Une colonne lisible : un champ d'un mètre de large n'aide personne."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tat_carnet.ui.widgets.basics import horizontal

WIDTH: Final = 640


def narrow(widget: QWidget) -> QHBoxLayout:
    """`widget` à gauche, large de 640 pixels au plus."""
    row = horizontal(gap=0)
    widget.setMaximumWidth(WIDTH)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return row
