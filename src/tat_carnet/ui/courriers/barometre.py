"""Les délais de réponse : des barres peintes, et le même tableau pour qui ne les voit pas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tat_carnet.domain.barometre import Delai
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Evolution
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import Card

ROW = 34
NAME_WIDTH = 0.42
HEADERS = ("Destinataire", "Envoyés", "Répondus", "Relances", "Délai médian", "Effet observé")


class DelayBars(QWidget):
    """Une barre par destinataire, à partir de zéro ; « sans réponse » se dit en toutes lettres."""

    def __init__(self) -> None:
        super().__init__()
        self._delais: Sequence[Delai] = ()
        current_theme().changed.connect(self.update)

    def show_delais(self, delais: Sequence[Delai]) -> None:
        """Change les barres."""
        self._delais = delais
        self.setAccessibleName(f"Délais de réponse. {'. '.join(map(sentence, delais))}.")
        self.setFixedHeight(ROW * len(delais) + E12)
        self.update()

    def sizeHint(self) -> QSize:
        """Une ligne par destinataire."""
        return QSize(400, ROW * len(self._delais) + E12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Peint les barres."""
        palette = current_theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((d.jours for d in self._delais if d.jours is not None), default=1.0) or 1.0
        start = self.width() * NAME_WIDTH
        room = self.width() - start - 150
        middle = Qt.AlignmentFlag.AlignVCenter
        for rank, delai in enumerate(self._delais):
            top = rank * ROW
            painter.setPen(QColor(palette.encre))
            name = painter.fontMetrics().elidedText(
                delai.destinataire, Qt.TextElideMode.ElideRight, round(start - E12)
            )
            painter.drawText(QRectF(0, top, start - E12, ROW), middle, name)
            length = 0.0 if delai.jours is None else max(3.0, room * delai.jours / longest)
            painter.fillRect(QRectF(start, top + 9, length, ROW - 18), QColor(palette.accent))
            painter.setPen(QColor(palette.encre_douce))
            after = QRectF(start + length + 8, top, self.width() - start - length - 8, ROW)
            painter.drawText(after, middle, duration(delai))


class Barometre(Card):
    """Les barres, puis le tableau."""

    def __init__(self) -> None:
        super().__init__("Baromètre : délais de réponse et effets")
        self.bars = DelayBars()
        self.table = QTableWidget(0, len(HEADERS))
        self.table.setAccessibleName("Délais de réponse, en tableau")
        self.table.setHorizontalHeaderLabels(HEADERS)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.bars)
        self.body.addWidget(self.table)

    def show_delais(self, delais: Sequence[Delai]) -> None:
        """Change les deux ; caché s'il n'y a rien."""
        self.setVisible(bool(delais))
        self.bars.show_delais(delais)
        self.table.setRowCount(len(delais))
        for row, delai in enumerate(delais):
            cells = (
                delai.destinataire,
                str(delai.envoyes),
                str(delai.repondus),
                str(delai.relances),
                duration(delai),
                effects(delai),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        header = self.table.horizontalHeader().sizeHint().height()
        rows = sum(self.table.rowHeight(row) for row in range(len(delais)))
        self.table.setFixedHeight(header + rows + 4)


def duration(delai: Delai) -> str:
    """« 12 jours », ou « sans réponse »."""
    if delai.jours is None:
        return "sans réponse"
    days = round(delai.jours)
    return "le jour même" if days == 0 else compte(days, "jour", "jours")


def effects(delai: Delai) -> str:
    """« 1 mieux, 2 pareil » ; un tiret tant que rien n'a été observé."""
    seen = [f"{delai.effets[e]} {libelle(e)}" for e in Evolution if delai.effets.get(e)]
    return ", ".join(seen) or "—"


def sentence(delai: Delai) -> str:
    """Une ligne du tableau, dite."""
    letters = compte(delai.envoyes, "courrier", "courriers")
    return f"{delai.destinataire}, {letters}, {duration(delai)}"
