"""Le tracé d'une ligne : quand, où, quoi, degré, et le début des mots."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Attestation, Famille, Gravite
from tat_carnet.ui.cahier.model import FAIT_ROLE, SITE_ROLE
from tat_carnet.ui.theme.icons import pixmap
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.theme.tokens import Palette
from tat_carnet.ui.widgets.fait_rows import fait_type, fait_when, fait_when_narrow

ROW = 58
PADDING = 12
WHEN_WIDTH = 158
DAY_WIDTH = 64
NARROW = 380
ICON = 16
GRAVES = (Gravite.danger, Gravite.atteinte_grave)


class FaitDelegate(QStyledItemDelegate):
    """Deux lignes : l'essentiel, puis le début du texte."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:  # type: ignore[override]
        """Toutes les lignes ont la même hauteur."""
        return QSize(320, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Trace la ligne d'un fait."""
        palette = current_theme().palette
        fait: Fait | None = index.data(FAIT_ROLE)
        site: Site | None = index.data(SITE_ROLE)
        painter.save()
        self._background(painter, option, palette)
        if fait is None:  # sa page se lit
            painter.restore()
            return
        area = option.rect.adjusted(PADDING, 6, -PADDING, -6)
        top = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        bottom = QRect(area.left(), top.bottom() + 1, area.width(), area.height() // 2)
        self._top(painter, top, fait, site, palette)
        self._bottom(painter, bottom, fait, palette)
        painter.restore()

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, palette: Palette
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(palette.accent_fond))
        painter.setPen(QPen(QColor(palette.trait)))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _top(
        self, painter: QPainter, rect: QRect, fait: Fait, site: Site | None, palette: Palette
    ) -> None:
        narrow = rect.width() < NARROW
        when = fait_when_narrow(fait) if narrow else fait_when(fait)
        when_width = DAY_WIDTH if narrow else WHEN_WIDTH
        _text(painter, rect, when, palette.encre_douce)
        degree = libelle(fait.attestation)
        metrics = painter.fontMetrics()
        degree_width = metrics.horizontalAdvance(degree)
        icon_name = "check" if fait.relu_le else "lock"
        x = rect.right() - ICON
        painter.drawPixmap(
            x, rect.center().y() - ICON // 2, pixmap(icon_name, palette.encre_douce, ICON)
        )
        x -= degree_width + 8
        tone = palette.encre_douce
        if fait.attestation is Attestation.infirme:
            tone = palette.alerte
        _text(painter, QRect(x, rect.top(), degree_width + 4, rect.height()), degree, tone)
        middle = QRect(
            rect.left() + when_width, rect.top(), x - rect.left() - when_width - 8, rect.height()
        )
        _text(painter, middle, site.libelle_public if site else "", palette.encre, bold=True)

    def _bottom(self, painter: QPainter, rect: QRect, fait: Fait, palette: Palette) -> None:
        tone = palette.appui if fait.famille is Famille.points_forts else palette.encre
        if fait.gravite in GRAVES:
            tone = palette.danger
        what = fait_type(fait)
        if fait.gravite in GRAVES:
            what = f"{what} — {libelle(fait.gravite)}"
        denied = fait.attestation is Attestation.infirme
        used = _text(painter, rect, what, tone, struck=denied)
        text = fait.texte_brut.lire() if fait.texte_brut else fait.formulation
        words = " ".join(text.split())
        if words and used + 40 < rect.width():
            rest = rect.adjusted(used + 12, 0, 0, 0)
            _text(painter, rest, words, palette.encre_douce, italic=True)


def _text(
    painter: QPainter,
    rect: QRect,
    text: str,
    color: str,
    *,
    bold: bool = False,
    italic: bool = False,
    struck: bool = False,
) -> int:
    """Écrit `text`, coupé par une ellipse ; rend la largeur prise, en pixels."""
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setItalic(italic)
    font.setStrikeOut(struck)
    painter.setFont(font)
    painter.setPen(QColor(color))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
    width = painter.fontMetrics().horizontalAdvance(elided)
    font.setWeight(QFont.Weight.Normal)
    font.setItalic(False)
    font.setStrikeOut(False)
    painter.setFont(font)
    return width
