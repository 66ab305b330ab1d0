"""Le tracé d'une ligne : quand, où, quoi, degré, et le début des mots."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Attestation, Famille, Gravite
from tat_carnet.ui.cahier.model import FAIT_ROLE, SITE_ROLE, WHEN_ROLE
from tat_carnet.ui.theme.icons import pixmap
from tat_carnet.ui.theme.tokens import Palette
from tat_carnet.ui.widgets.fait_rows import fait_type
from tat_carnet.ui.widgets.two_lines import TwoLinesDelegate, draw_text

WHEN_WIDTH = 158
DAY_WIDTH = 72
NARROW = 380
ICON = 16
GRAVES = (Gravite.danger, Gravite.atteinte_grave)


class FaitDelegate(TwoLinesDelegate):
    """L'essentiel, puis le début du texte."""

    def paint_lines(
        self,
        painter: QPainter,
        lines: tuple[QRect, QRect],
        index: QModelIndex | QPersistentModelIndex,
        palette: Palette,
    ) -> None:
        """Trace la ligne d'un fait ; rien tant que sa page se lit."""
        fait: Fait | None = index.data(FAIT_ROLE)
        if fait is not None:
            self._top(painter, lines[0], index, palette)
            self._bottom(painter, lines[1], fait, palette)

    def _top(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        palette: Palette,
    ) -> None:
        fait: Fait = index.data(FAIT_ROLE)
        site: Site | None = index.data(SITE_ROLE)
        narrow = rect.width() < NARROW
        when_width = DAY_WIDTH if narrow else WHEN_WIDTH
        draw_text(painter, rect, index.data(WHEN_ROLE)[narrow], palette.encre_douce)
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
        draw_text(painter, QRect(x, rect.top(), degree_width + 4, rect.height()), degree, tone)
        middle = QRect(
            rect.left() + when_width, rect.top(), x - rect.left() - when_width - 8, rect.height()
        )
        draw_text(painter, middle, site.libelle_public if site else "", palette.encre, bold=True)

    def _bottom(self, painter: QPainter, rect: QRect, fait: Fait, palette: Palette) -> None:
        tone = palette.appui if fait.famille is Famille.points_forts else palette.encre
        if fait.gravite in GRAVES:
            tone = palette.danger
        what = fait_type(fait)
        if fait.gravite in GRAVES:
            what = f"{what} — {libelle(fait.gravite)}"
        denied = fait.attestation is Attestation.infirme
        used = draw_text(painter, rect, what, tone, struck=denied)
        text = fait.texte_brut.lire() if fait.texte_brut else fait.formulation
        words = " ".join(text.split())
        if words and used + 40 < rect.width():
            rest = rect.adjusted(used + 12, 0, 0, 0)
            draw_text(painter, rest, words, palette.encre_douce, italic=True)
