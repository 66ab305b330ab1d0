"""Le tracé d'une structure : son nom et sa nature, la fonction et le territoire."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.ui.annuaire.model import A_VERIFIER_ROLE, PARTENAIRE_ROLE
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.typographie import majuscule

ROW = 58
PADDING = 12
A_VERIFIER = "à vérifier"


class PartenaireDelegate(QStyledItemDelegate):
    """Deux lignes ; « à vérifier » se dit en toutes lettres."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:  # type: ignore[override]
        """Toutes les lignes ont la même hauteur."""
        return QSize(280, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Trace une structure."""
        palette = current_theme().palette
        fiche: Partenaire = index.data(PARTENAIRE_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(palette.accent_fond))
        painter.setPen(QPen(QColor(palette.trait)))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        area = option.rect.adjusted(PADDING, 6, -PADDING, -6)
        top = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        bottom = top.translated(0, top.height() + 1)
        if index.data(A_VERIFIER_ROLE):
            width = painter.fontMetrics().horizontalAdvance(A_VERIFIER) + 4
            self._text(painter, top, A_VERIFIER, palette.alerte, right=True)
            top.adjust(0, 0, -width - PADDING, 0)
        self._text(painter, top, fiche.nom, palette.encre, bold=True)
        details = (majuscule(libelle(fiche.type)), fiche.fonction, fiche.territoire)
        self._text(painter, bottom, " · ".join(filter(None, details)), palette.encre_douce)
        painter.restore()

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        color: str,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> None:
        """Écrit `text`, coupé par une ellipse."""
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(color))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, shown)
