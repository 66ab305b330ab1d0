"""Les icônes Lucide, tracées dans la couleur demandée et à la finesse de l'écran."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tat_carnet.paths import resource


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return resource("icones", f"{name}.svg").read_text(encoding="utf-8")


def svg(name: str, color: str) -> bytes:
    """Le dessin de l'icône `name`, tracé en `color` (`#RRVVBB`)."""
    return _drawing(name).replace("currentColor", color).encode()


@lru_cache(maxsize=256)
def pixmap(name: str, color: str, size: int = 20, ratio: float = 2.0) -> QPixmap:
    """L'icône `name` en `color` (`#RRVVBB`), de `size` pixels logiques."""
    renderer = QSvgRenderer(QByteArray(svg(name, color)))
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(QColor(0, 0, 0, 0))
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
