"""Le bureau : le registre, les trois questions, la lettre ; une seule pièce se voit."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tat_carnet.ui.widgets.basics import vertical


class Desk(QWidget):
    """Les pièces d'avant la relecture."""

    def __init__(self, *panes: QWidget) -> None:
        super().__init__()
        column = vertical(self)
        self._panes = panes
        for pane in panes:
            column.addWidget(pane)

    def show_pane(self, pane: QWidget) -> None:
        """Montre cette pièce et cache les autres."""
        for other in self._panes:
            other.setVisible(other is pane)
