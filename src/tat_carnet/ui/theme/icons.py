"""Les icônes Lucide, tracées dans la couleur demandée et à la finesse de l'écran."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tat_carnet.paths import resource


@lru_cache(maxsize=64)
def _svg(name: str) -> str:
    return resource("icones", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def pixmap(name: str, color: str, size: int = 20, ratio: float = 2.0) -> QPixmap:
    """L'icône `name` en `color` (`#RRVVBB`), de `size` pixels logiques."""
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", color).encode()))
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, color: str, checked_color: str | None = None) -> QIcon:
    """Une icône de bouton ; `checked_color` est sa couleur quand le bouton est choisi."""
    result = QIcon(pixmap(name, color))
    if checked_color is not None:
        result.addPixmap(pixmap(name, checked_color), QIcon.Mode.Normal, QIcon.State.On)
    return result
