"""O ou N : répondre à une question du clavier, sans qu'une touche tenue réponde à la suivante."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def said(event: QKeyEvent) -> bool | None:
    """Vrai pour O, faux pour N ; rien d'une autre touche, d'un raccourci, d'une touche tenue."""
    if event.isAutoRepeat() or event.modifiers():
        return None
    return {Qt.Key.Key_O: True, Qt.Key.Key_N: False}.get(Qt.Key(event.key()))
