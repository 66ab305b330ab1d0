"""Un fait déjà sorti, dit autrement : on le voit là où l'on en décide, avec le geste qui suffit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.anonymisation.risque import Recoupement
from tat_carnet.ui.relecture.codes import possibles_en_mots
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.flow import Flow

PRECISE: Final = "Déjà sorti avec un lieu ou une semaine plus précis : ces mots s’y joindraient."
ALIGNE: Final = (
    "Déjà sorti par un lieu ou une période plus larges, et quelqu’un s’y tient : rien de plus fin "
    "n’en sera dit."
)
AUTREMENT: Final = (
    "Déjà sorti, dit autrement : les deux documents ensemble ne laissent {}. Laissez-le de côté."
)


class RaccordLine(QWidget):
    """Une ligne, et son geste ; cachée si rien n'est à rapprocher.

    `silenced` : n'en dire que la nature. Laisser le fait de côté a déjà son bouton, au pied.
    """

    silenced = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = vertical(self, gap=E8)
        self.line = label("")
        self.silence = Button("N’en dire que la nature", icon_name="shield-check")
        self._row = Flow()
        self._row.flow.addWidget(self.silence)
        column.addWidget(self.line)
        column.addWidget(self._row)
        self.silence.clicked.connect(self.silenced)
        self.hide()

    def show_recoupement(
        self, found: Recoupement | None, *, offered: bool, aligned: bool = False
    ) -> None:
        """Ce que deux documents diraient ensemble ; `offered` : la carte du récit a le geste.

        `aligned` : ce document s'en tient déjà au plus large de ce qui est sorti.
        """
        self.setVisible(found is not None or aligned)
        if found is None:
            self.line.setText(ALIGNE)
            self._row.hide()
            return
        left = possibles_en_mots(found.semblables)
        self.line.setText(PRECISE if found.pas else AUTREMENT.format(left))
        self._row.setVisible(bool(found.pas) and not offered)
