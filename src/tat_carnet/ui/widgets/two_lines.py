"""Le tracé commun aux listes : deux lignes de texte, un trait dessous, la ligne choisie teintée."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.theme.tokens import E12, Palette

ROW: Final = 58
WIDTH: Final = 300


class TwoLinesDelegate(QStyledItemDelegate):
    """Deux lignes ; ce qui s'y écrit est à `paint_lines`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:  # type: ignore[override]
        """Toutes les lignes ont la même hauteur."""
        return QSize(WIDTH, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Trace le fond, puis les deux lignes."""
        palette = current_theme().palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(palette.accent_fond))
        painter.setPen(QPen(QColor(palette.trait)))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        area = option.rect.adjusted(E12, 6, -E12, -6)
        top = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        self.paint_lines(painter, (top, top.translated(0, top.height() + 1)), index, palette)
        painter.restore()

    def paint_lines(
        self,
        painter: QPainter,
        lines: tuple[QRect, QRect],
        index: QModelIndex | QPersistentModelIndex,
        palette: Palette,
    ) -> None:
        """Écrit dans ces deux cadres ; rien tant que la ligne se lit."""
        raise NotImplementedError


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    color: str,
    *,
    bold: bool = False,
    italic: bool = False,
    struck: bool = False,
    right: bool = False,
) -> int:
    """Écrit `text`, coupé par une ellipse ; rend la largeur prise, en pixels."""
    plain = QFont(painter.font())
    font = QFont(plain)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setItalic(italic)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(QColor(color))
    metrics = painter.fontMetrics()
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, elided)
    painter.setFont(plain)
    return metrics.horizontalAdvance(elided)
