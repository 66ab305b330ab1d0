"""Grouper les redites : les faits semblables d'à côté, à un clic."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.fait import Fait
from tat_carnet.ui.typographie import majuscule
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.fait_rows import fait_when
from tat_carnet.ui.widgets.flow import Flow

SHOWN = 3


class Redites(QWidget):
    """« Redite du… » : un bouton par fait semblable. `chosen` porte l'autre fait, ou rien pour
    détacher celui-ci de son épisode.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = vertical(self, gap=4)
        self._said = label("", "doux")
        column.addWidget(self._said)
        self._row = Flow()
        column.addWidget(self._row)
        self.buttons: list[Button] = []

    def show_voisins(self, fait: Fait, voisins: Sequence[Fait], today: date) -> None:
        """Propose les voisins qui ne sont pas déjà de son épisode."""
        for button in self.buttons:
            self._row.flow.removeWidget(button)
            button.deleteLater()
        self.buttons.clear()
        others = [v for v in voisins if v.episode_id is None or v.episode_id != fait.episode_id]
        if fait.episode_id is not None:
            self._said.setText("Redite d’un épisode : les chiffres ne le comptent qu’une fois.")
            self._add("En faire un épisode à part", None)
        elif others:
            self._said.setText("Le même épisode, redit ? Il ne se compterait qu’une fois.")
            for other in others[:SHOWN]:
                self._add(majuscule(f"redite du {fait_when(other, today)}"), other)
        self.setVisible(bool(self.buttons))

    def _add(self, text: str, other: Fait | None) -> None:
        button = Button(text, "puce")
        button.clicked.connect(lambda: self.chosen.emit(other))
        self._row.flow.addWidget(button)
        self.buttons.append(button)
