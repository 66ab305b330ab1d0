"""Des lignes de liste qui se replient : Qt oublie les marges du style, et couperait leur texte."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget

from tat_carnet.ui.theme.tokens import E8

MARGIN = 60
"""Ce qu'une ligne ne donne pas à son texte : l'icône ou la case, et les marges, en points."""


def fit_rows(rows: QListWidget) -> list[int]:
    """Donne à chaque ligne la hauteur de son texte replié ; rend ces hauteurs, en points."""
    room = QRect(0, 0, max(rows.viewport().width() - MARGIN, 1), 10_000)
    heights = []
    for row in range(rows.count()):
        item = rows.item(row)
        wrapped = rows.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
        heights.append(wrapped.height() + E8)
        item.setSizeHint(QSize(0, heights[-1]))
    return heights
