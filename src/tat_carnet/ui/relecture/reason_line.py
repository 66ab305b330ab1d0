"""Demander pourquoi : une ligne à écrire, et les motifs prêts qu'un chiffre prend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.ui.relecture.recit_words import PROPOSES
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import label, vertical


class ReasonLine(QWidget):
    """`given` : le motif, écrit ou pris tout prêt ; `left` : Échap, on ne répond pas."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ready: Sequence[str] = ()
        column = vertical(self, gap=E8)
        self.line = QLineEdit()
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        self.reasons = tuple(label("", "doux") for _ in range(PROPOSES))
        for reason in self.reasons:
            column.addWidget(reason)

    def ask(self, question: str, ready: Sequence[str]) -> None:
        """1, 2 ou 3 prend un motif prêt ; toute autre lettre en écrit un."""
        self._ready = ready
        self.line.setAccessibleName(question)
        self.line.setPlaceholderText(francais(question))
        for rank, reason in enumerate(self.reasons):
            known = rank < len(ready)
            reason.setText(f"{rank + 1}   {ready[rank]}" if known else "")
            reason.setVisible(known)
        self.line.clear()
        self.show()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Échap referme, Entrée répond ; un chiffre, d'abord, prend un motif prêt.

        Rendue à la carte, Entrée passerait au suivant.
        """
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.given.emit(self.line.text())
            return True
        rank = event.key() - Qt.Key.Key_1
        ready = () if self.line.text() else self._ready
        if not 0 <= rank < len(ready) or event.isAutoRepeat():
            return super().eventFilter(watched, event)
        self.given.emit(ready[rank])
        return True
