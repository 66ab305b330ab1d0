"""Une heure qu'on peut ne pas donner : « 18 h 30 », « 18h30 », « 18:30 » ou « 18 »."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from PySide6.QtWidgets import QLineEdit

from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.ui.typographie import francais

HOUR: Final = re.compile(r"(\d{1,2})\s*(?:[h:.]\s*(\d{2})?)?", re.IGNORECASE)
WIDTH: Final = 110


class HourEdit(QLineEdit):
    """Un champ d'heure ; vide, l'heure n'est pas dite."""

    def __init__(self, champ: str) -> None:
        super().__init__()
        self._champ = champ
        self.setPlaceholderText(francais("18 h 30"))
        self.setFixedWidth(WIDTH)

    def hour(self) -> time | None:
        """L'heure tapée ; `SaisieIncomplete` si ce n'en est pas une."""
        text = self.text().strip()
        if not text:
            return None
        found = HOUR.fullmatch(text)
        try:
            return time(int(found[1]), int(found[2] or 0)) if found else _refuse(self._champ)
        except ValueError:
            return _refuse(self._champ)


def _refuse(champ: str) -> time:
    raise SaisieIncomplete(
        "Ce n’est pas une heure : tapez par exemple 18 h 30, ou laissez vide.", champ=champ
    )
