"""Une rangée qui passe à la ligne."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from tat_carnet.ui.theme.tokens import E8


class FlowLayout(QLayout):
    """Pose ses pièces de gauche à droite et passe à la ligne quand la place manque."""

    def __init__(self, parent: QWidget | None = None, gap: int = E8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Ajoute une pièce."""
        self._items.append(item)

    def count(self) -> int:
        """Nombre de pièces."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """La pièce de ce rang, ou rien."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Retire et rend la pièce de ce rang."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ne s'étire pas."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Sa hauteur dépend de sa largeur."""
        return True

    def heightForWidth(self, width: int) -> int:
        """La hauteur, en pixels, pour cette largeur."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Pose les pièces dans ce cadre."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """La taille minimale suffit."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """La plus grande des pièces."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line_height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():  # cachée : ni place, ni intervalle
                continue
            size = item.sizeHint()
            if x + size.width() > rect.right() + 1 and line_height > 0:
                x, y, line_height = rect.x(), y + line_height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line_height = max(line_height, size.height())
        return y + line_height - rect.y()


class Flow(QWidget):
    """Un widget à `FlowLayout`, qui demande la hauteur de ses lignes."""

    def __init__(self, gap: int = E8) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
