"""Amener sous les yeux ce qui vient d'apparaître dans une page qui défile."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

MARGIN = 24


def reveal(widget: QWidget) -> None:
    """Fait défiler jusqu'à ce widget, une fois sa place connue ; sans effet hors d'une page."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        found = area
        QTimer.singleShot(0, widget, lambda: found.ensureWidgetVisible(widget, 0, MARGIN))
