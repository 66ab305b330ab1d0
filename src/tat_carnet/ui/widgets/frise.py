"""La frise d'un lieu : les tournées en fond, les faits en marques, les démentis barrés.

Une ligne par famille présente. Une semaine sans tournée est hachurée : là, le silence ne dit rien.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tat_carnet.domain.frise import Frise, Marque
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Attestation, Famille
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.typographie import compte, francais, jour_court, majuscule

LANE: Final = 20
HEAD: Final = 8
FOOT: Final = 24
NAMES: Final = 132
RADIUS: Final = 4.0
REACH: Final = 10
"""Pixels autour d'une marque où la souris la prend."""


class FriseView(QWidget):
    """La frise peinte ; `day_chosen` porte le jour de la marque choisie, à la souris ou au clavier.

    Gauche et Droite passent d'une marque à l'autre, Entrée la choisit.
    """

    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._frise: Frise | None = None
        self._lanes: list[Famille] = []
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Frise du lieu")
        current_theme().changed.connect(self.update)

    @property
    def summary(self) -> str:
        """Ce que la frise montre, en mots : pour qui l'écoute, et sous elle."""
        frise = self._frise
        if frise is None:
            return ""
        faits = majuscule(compte(len(frise.marques), "fait", "faits"))
        effort = compte(frise.effort, "tournée", "tournées", feminin=True)
        denied = sum(m.attestation is Attestation.infirme for m in frise.marques)
        denials = f", dont {compte(denied, 'démenti', 'démentis')}" if denied else ""
        silent = sum(not passed for passed in self._weeks())
        unseen = f" ; {compte(silent, 'semaine', 'semaines', feminin=True)} sans passage"
        return f"{faits} pour {effort}{denials}{unseen if silent else ''}"

    def show_frise(self, frise: Frise) -> None:
        """Remplace la frise."""
        self._frise = frise
        present = {marque.famille for marque in frise.marques}
        self._lanes = [famille for famille in Famille if famille in present]
        self._current = -1
        self.setAccessibleDescription(francais(self.summary))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """Une ligne par famille, et l'échelle."""
        return QSize(400, HEAD + max(1, len(self._lanes)) * LANE + FOOT)

    def marque_at(self, point: QPointF) -> int | None:
        """Le rang de la marque la plus proche, à quelques pixels."""
        assert self._frise is not None
        near = [
            ((self._place(m) - point).manhattanLength(), rank)
            for rank, m in enumerate(self._frise.marques)
        ]
        distance, rank = min(near, default=(REACH + 1.0, 0))
        return rank if distance <= REACH else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dit la marque sous la souris."""
        rank = None if self._frise is None else self.marque_at(event.position())
        self.setCursor(
            Qt.CursorShape.ArrowCursor if rank is None else Qt.CursorShape.PointingHandCursor
        )
        if rank is not None:
            QToolTip.showText(event.globalPosition().toPoint(), self._said(rank), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choisit la marque sous la souris."""
        rank = None if self._frise is None else self.marque_at(event.position())
        if rank is not None:
            self._choose(rank)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Passe d'une marque à l'autre ; Entrée la choisit."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        marques = self._frise.marques if self._frise else ()
        if step is not None and marques:
            self._current = max(0, min(len(marques) - 1, self._current + step))
            self.setAccessibleDescription(self._said(self._current))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Repeint le cadre quand le curseur entre ou sort."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Le fond, l'effort, puis les marques."""
        if self._frise is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_silence(painter)
        self._paint_effort(painter)
        self._paint_scale(painter)
        for rank, marque in enumerate(self._frise.marques):
            self._paint_marque(painter, marque, current=rank == self._current and self.hasFocus())
        painter.end()

    def _choose(self, rank: int) -> None:
        assert self._frise is not None
        self._current = rank
        self.update()
        self.day_chosen.emit(self._frise.marques[rank].instant.date())

    def _said(self, rank: int) -> str:
        assert self._frise is not None
        marque = self._frise.marques[rank]
        day = self._day(marque.instant.date())
        return francais(f"{day} : {libelle(marque.type)}, {libelle(marque.attestation)}")

    def _day(self, day: date) -> str:
        """« sam. 21 nov. » ; d'une autre année que celle où finit la frise, « 27 mars 2023 »."""
        assert self._frise is not None
        return jour_court(day, self._frise.au)

    def _days(self) -> int:
        assert self._frise is not None
        return (self._frise.au - self._frise.du).days + 1

    def _x(self, day: date) -> float:
        assert self._frise is not None
        width = self.width() - NAMES - RADIUS * 2
        return NAMES + width * (day - self._frise.du).days / max(1, self._days())

    def _place(self, marque: Marque) -> QPointF:
        moment: datetime = marque.instant
        part = (moment.hour * 60 + moment.minute) / 1440
        x = self._x(moment.date())
        x += part * (self._x(moment.date() + timedelta(days=1)) - x)
        lane = self._lanes.index(marque.famille)
        return QPointF(x, HEAD + lane * LANE + LANE / 2)

    def _weeks(self) -> list[bool]:
        """Pour chaque semaine de la frise, si une tournée au moins y passe."""
        frise = self._frise
        assert frise is not None
        passed = {(day - frise.du).days // 7 for day, _ in frise.tournees}
        return [week in passed for week in range((self._days() + 6) // 7)]

    def _paint_silence(self, painter: QPainter) -> None:
        assert self._frise is not None
        brush = QBrush(QColor(current_theme().palette.trait), Qt.BrushStyle.BDiagPattern)
        bottom = self.height() - FOOT
        for week, passed in enumerate(self._weeks()):
            if not passed:
                left = self._x(self._frise.du + timedelta(days=7 * week))
                right = min(self.width(), self._x(self._frise.du + timedelta(days=7 * week + 7)))
                painter.fillRect(QRectF(left, HEAD, right - left, bottom - HEAD), brush)

    def _paint_effort(self, painter: QPainter) -> None:
        assert self._frise is not None
        color = QColor(current_theme().palette.encre_douce)
        color.setAlphaF(0.35)
        painter.setPen(QPen(color, 1))
        for day, _ in self._frise.tournees:
            x = self._x(day) + 0.5
            painter.drawLine(QPointF(x, HEAD), QPointF(x, self.height() - FOOT))

    def _paint_scale(self, painter: QPainter) -> None:
        assert self._frise is not None
        palette = current_theme().palette
        painter.setPen(QColor(palette.encre_douce))
        for lane, famille in enumerate(self._lanes):
            rect = QRectF(0, HEAD + lane * LANE, NAMES - 8, LANE)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, francais(libelle(famille)))
        foot = QRectF(NAMES, self.height() - FOOT, self.width() - NAMES, FOOT)
        ends = (
            (self._frise.du, Qt.AlignmentFlag.AlignLeft),
            (self._frise.au, Qt.AlignmentFlag.AlignRight),
        )
        for day, side in ends:
            painter.drawText(foot, side | Qt.AlignmentFlag.AlignVCenter, self._day(day))

    def _paint_marque(self, painter: QPainter, marque: Marque, *, current: bool) -> None:
        palette = current_theme().palette
        good = marque.famille is Famille.points_forts
        denied = marque.attestation is Attestation.infirme
        color = QColor(palette.appui if good else palette.accent)
        place = self._place(marque)
        if denied:
            painter.setPen(QPen(QColor(palette.alerte), 2))
            for dx, dy in ((RADIUS, RADIUS), (RADIUS, -RADIUS)):
                painter.drawLine(place - QPointF(dx, dy), place + QPointF(dx, dy))
        elif marque.attestation is Attestation.rumeur:
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place, RADIUS, RADIUS)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            if good:
                side = RADIUS * 1.8
                painter.drawRect(QRectF(place.x() - side / 2, place.y() - side / 2, side, side))
            else:
                painter.drawEllipse(place, RADIUS, RADIUS)
        if current:
            painter.setPen(QPen(QColor(palette.encre), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place, RADIUS * 2, RADIUS * 2)
