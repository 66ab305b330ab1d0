"""Une colonne qui défile : sa hauteur suit la largeur qu'on lui donne."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Tall(QWidget):
    """Un contenu de défilement fait de lignes qui passent à la ligne.

    Qt lui réserverait la hauteur qu'il aurait au plus étroit, et laisserait du vide en bas.
    """

    def minimumSizeHint(self) -> QSize:
        """La largeur qu'il faut ; la hauteur se calcule d'elle."""
        return QSize(super().minimumSizeHint().width(), 0)


def scrolling(widget: QWidget) -> QScrollArea:
    """`widget` dans une zone qui défile de haut en bas, sans cadre."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
