"""Nombres et heures à taper : sans flèches, la marge d'un champ de texte."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QTimeEdit

MARGIN = 10
NUMBER_WIDTH = 130
TIME_WIDTH = 84

S = TypeVar("S", bound=QAbstractSpinBox)


def number_edit(most: int, nothing: str) -> QSpinBox:
    """Un nombre de 0 à `most` ; zéro se lit `nothing`."""
    result = QSpinBox()
    result.setRange(0, most)
    result.setSpecialValueText(nothing)
    result.setMinimumWidth(NUMBER_WIDTH)
    return _plain(result)


def time_edit() -> QTimeEdit:
    """Une heure sur 24 heures."""
    result = QTimeEdit()
    result.setDisplayFormat("HH:mm")
    result.setMinimumWidth(TIME_WIDTH)
    return _plain(result)


def _plain(spin: S) -> S:
    spin.lineEdit().setTextMargins(MARGIN, 0, MARGIN, 0)
    return spin
