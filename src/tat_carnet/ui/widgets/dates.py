"""Un champ de date français, et le jour Python qu'il porte."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit


def date_edit(day: date) -> QDateEdit:
    """Un champ de date à calendrier : « sam. 21 novembre 2026 »."""
    result = QDateEdit(QDate(day))
    result.setLocale(QLocale(QLocale.Language.French, QLocale.Country.France))
    result.setDisplayFormat("ddd d MMMM yyyy")
    result.setCalendarPopup(True)
    result.setMinimumWidth(196)
    return result


def python_date(edit: QDateEdit) -> date:
    """Le jour d'un champ de date."""
    day = edit.date()
    return date(day.year(), day.month(), day.day())
