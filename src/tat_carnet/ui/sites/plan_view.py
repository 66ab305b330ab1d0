"""Le plan d'un secteur à l'écran : le dessin, ses épingles, et la main qui les pose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.theme.tokens import RAYON

PAS: Final = 0.01
GRAND_PAS: Final = 0.1
PIN: Final = 7.0
REACH: Final = 14.0
"""À combien de pixels d'une épingle un clic la prend."""
CENTRE: Final = Position(0.5, 0.5)
_MOVES: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Pin:
    """Une épingle : sa clé, ce qu'on lit à côté, sa place."""

    key: str
    text: str
    position: Position


class PlanView(QWidget):
    """`chosen` porte la clé d'une épingle cliquée ; `placed` une position posée ; `left` : renoncé.

    On pose d'un clic, ou au clavier : les flèches mènent la croix (Maj : à grands pas), Entrée
    pose, Échap renonce.
    """

    chosen = Signal(str)
    placed = Signal(object)
    left = Signal()

    def __init__(self, height: int) -> None:
        super().__init__()
        self._plan: PlanSecteur | None = None
        self._image = QImage()
        self._pins: Sequence[Pin] = ()
        self._lit: str | None = None
        self._cross: Position | None = None
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Plan du secteur")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        current_theme().changed.connect(self.update)

    @property
    def placing(self) -> bool:
        """Vrai tant qu'une épingle attend d'être posée."""
        return self._cross is not None

    @property
    def cross(self) -> Position | None:
        """Où est la croix."""
        return self._cross

    def show_plan(self, plan: PlanSecteur, pins: Sequence[Pin], lit: str | None = None) -> None:
        """Montre un plan et ses épingles ; `lit` est celle qu'on éclaire."""
        if plan is not self._plan:
            self._image = QImage.fromData(plan.image)
        self._plan, self._pins, self._lit = plan, pins, lit
        self._stop()

    def start_placing(self, start: Position | None) -> None:
        """Commence à poser, la croix à `start` ou au milieu."""
        self._cross = start or CENTRE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocus()
        self.update()

    def stop_placing(self) -> None:
        """Renonce."""
        if self.placing:
            self._stop()
            self.left.emit()

    def sizeHint(self) -> QSize:
        """La hauteur fixe ; la largeur qu'on lui laisse."""
        return QSize(320, self.minimumHeight())

    def point(self, position: Position) -> QPointF:
        """Où se dessine une position, en pixels de ce widget."""
        frame = self._frame()
        return QPointF(
            frame.left() + position.x * frame.width(), frame.top() + position.y * frame.height()
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pose la croix, ou choisit l'épingle cliquée."""
        at = event.position()
        if self.placing:
            self._place(self._position(at))
            return
        for pin in self._pins:
            if (self.point(pin.position) - at).manhattanLength() <= REACH:
                self.chosen.emit(pin.key)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mène la croix."""
        key = Qt.Key(event.key())
        if self._cross is None:
            super().keyPressEvent(event)
        elif key in _MOVES:
            big = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = GRAND_PAS if big else PAS
            dx, dy = _MOVES[key]
            self._cross = Position(self._cross.x + dx * step, self._cross.y + dy * step).bornee()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._place(self._cross)
        elif key == Qt.Key.Key_Escape:
            self.stop_placing()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Le cadre dit où est le curseur."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Le cadre s'efface."""
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Le dessin, les épingles, la croix."""
        if self._plan is None:
            return
        palette = current_theme().palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = self._frame()
        painter.setPen(QPen(QColor(palette.accent if self.hasFocus() else palette.trait), 2))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), RAYON, RAYON)
        if self._image.isNull():
            self._paint_traits(painter)
        else:
            painter.drawImage(frame, self._image)
        for pin in self._pins:
            self._paint_pin(painter, pin)
        if self._cross is not None:
            self._paint_cross(painter, self.point(self._cross))

    def _paint_traits(self, painter: QPainter) -> None:
        assert self._plan is not None
        painter.setPen(QPen(QColor(current_theme().palette.encre_douce), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for trait in self._plan.traits:
            painter.drawPolyline(QPolygonF([self.point(position) for position in trait]))

    def _paint_pin(self, painter: QPainter, pin: Pin) -> None:
        palette = current_theme().palette
        at, lit = self.point(pin.position), pin.key == self._lit
        painter.setPen(QPen(QColor(palette.surface), 2))
        painter.setBrush(QColor(palette.accent if lit else palette.encre_douce))
        painter.drawEllipse(at, PIN + 2 * lit, PIN + 2 * lit)
        if lit or not self._lit:
            self._paint_text(painter, at, pin.text)

    def _paint_text(self, painter: QPainter, at: QPointF, text: str) -> None:
        palette, metrics = current_theme().palette, painter.fontMetrics()
        box = QRectF(metrics.boundingRect(text)).adjusted(-6, -3, 6, 3)
        box.moveCenter(QPointF(at.x(), at.y() - PIN - box.height() / 2 - 4))
        inside = QRectF(self.rect())
        box.moveLeft(max(inside.left(), min(box.left(), inside.right() - box.width())))
        if box.top() < inside.top():
            box.moveTop(at.y() + PIN + 4)
        painter.setPen(QPen(QColor(palette.trait), 1))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(palette.encre))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_cross(self, painter: QPainter, at: QPointF) -> None:
        palette = current_theme().palette
        for color, width in ((palette.surface, 5), (palette.danger, 2)):
            painter.setPen(QPen(QColor(color), width))
            painter.drawLine(at - QPointF(14, 0), at + QPointF(14, 0))
            painter.drawLine(at - QPointF(0, 14), at + QPointF(0, 14))

    def _place(self, position: Position) -> None:
        self._stop()
        self.placed.emit(position)

    def _stop(self) -> None:
        self._cross = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.unsetCursor()
        self.update()

    def _position(self, at: QPointF) -> Position:
        frame = self._frame()
        return Position(
            (at.x() - frame.left()) / frame.width(), (at.y() - frame.top()) / frame.height()
        ).bornee()

    def _frame(self) -> QRectF:
        """Le dessin, aussi grand que possible, au milieu."""
        assert self._plan is not None
        room = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        width = min(room.width(), room.height() * self._plan.rapport)
        frame = QRectF(0, 0, width, width / self._plan.rapport)
        frame.moveCenter(room.center())
        return frame
