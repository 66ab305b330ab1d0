"""Amener sous les yeux ce qui vient d'apparaître dans une page qui défile."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

MARGIN = 24


def reveal(widget: QWidget) -> None:
    """Fait défiler jusqu'à ce widget, une fois sa place connue ; sans effet hors d'une page.

    Plus haut que la page, il se montre par le haut.
    """
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        QTimer.singleShot(0, widget, partial(_scroll, area, widget))


def _scroll(area: QScrollArea, widget: QWidget) -> None:
    if widget.height() + 2 * MARGIN <= area.viewport().height():
        area.ensureWidgetVisible(widget, 0, MARGIN)
        return
    below = widget.mapTo(area.viewport(), QPoint(0, 0)).y()
    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + below - MARGIN)
