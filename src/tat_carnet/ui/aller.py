"""Aller à un écran en tapant quelques lettres de son nom : il y en a plus que de chiffres."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from tat_carnet.domain.recherche import match_rank
from tat_carnet.ui.theme.tokens import E8, E40
from tat_carnet.ui.widgets.basics import frame, label, vertical

SHORTCUT: Final = "Ctrl+K"
LARGEUR: Final = 420
LIGNES: Final = 8

Ecran = tuple[str, str]
"""Le nom d'un écran, et le mot qui le dit."""


class AllerA(QWidget):
    """Un champ et la liste des écrans, posés sur la page ; `chosen` porte le nom choisi.

    Entrée prend la première ligne, les flèches en changent, Échap referme.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, ecrans: Sequence[Ecran]) -> None:
        super().__init__(parent)
        self._over = parent
        self._ecrans = ecrans
        self._back: QWidget | None = None
        card: QFrame = frame("carte")
        vertical(self, gap=0).addWidget(card)
        column = vertical(card, gap=E8, margin=E8)
        column.addWidget(label("Aller à…", "fort"))
        self.field = QLineEdit()
        self.field.setPlaceholderText("Quelques lettres d’un écran")
        self.field.setAccessibleName("Aller à un écran")
        self.list = QListWidget()
        self.list.setAccessibleName("Écrans")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.hide()

    def open(self, back: QWidget | None) -> None:
        """Se montre, vide, en haut de la page ; refermé, le curseur revient à `back`."""
        self._back = back
        self.field.clear()
        self._filter("")
        over = self._over
        height = self.list.sizeHintForRow(0) * LIGNES + 7 * E40 // 2
        width = min(LARGEUR, over.width())
        self.setGeometry((over.width() - width) // 2, E40, width, min(height, over.height()))
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_quietly(self) -> None:
        """Se referme sans aller nulle part."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Les touches qui mènent la liste, sans quitter le champ ; le quitter la referme."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_quietly()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % max(self.list.count(), 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        else:
            return False
        return True

    def _filter(self, typed: str) -> None:
        ranked = [(match_rank(typed, text), text, name) for name, text in self._ecrans]
        found = [(rank, text, name) for rank, text, name in ranked if rank is not None]
        self.list.clear()
        for _, text, name in sorted(found, key=lambda line: line[0]):
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.hide()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
