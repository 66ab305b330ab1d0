"""Les filtres gardés : un nom, et l'on y revient d'un clic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from tat_carnet.domain.filtre import FiltreGarde
from tat_carnet.ui.widgets.basics import Button
from tat_carnet.ui.widgets.flow import Flow

NAME_WIDTH = 200


class Gardes(Flow):
    """Une puce par filtre gardé, et de quoi nommer celui d'à présent.

    `chosen` porte le filtre à reprendre, `named` le nom à donner, `dropped` celui à oublier.
    """

    chosen = Signal(object)
    named = Signal(str)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[Button] = []
        self._chosen = ""
        self.name = QLineEdit()
        self.name.setPlaceholderText("nom de cette recherche")
        self.name.setAccessibleName("Nom de cette recherche")
        self.name.setFixedWidth(NAME_WIDTH)
        self.name.hide()
        self.keep = Button("Garder cette recherche", "discret")
        self.drop = Button("Oublier cette recherche", "discret")
        self.flow.addWidget(self.name)
        self.flow.addWidget(self.keep)
        self.flow.addWidget(self.drop)
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.drop.clicked.connect(lambda: self.dropped.emit(self._chosen))
        self.drop.hide()
        self.keep.hide()

    def show_gardes(self, gardes: Sequence[FiltreGarde]) -> None:
        """Change les puces."""
        for chip in self.chips:
            self.flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = []
        for garde in gardes:
            chip = Button(garde.nom, "puce")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._choose, garde))
            self.flow.addWidget(chip)
            self.chips.append(chip)
        self._mark()

    def follow(self, *, searching: bool) -> None:
        """On ne garde que ce qui cherche quelque chose."""
        self.keep.setVisible(searching and not self._chosen)
        if not searching or self._chosen:
            self.name.hide()
        self.drop.setVisible(bool(self._chosen))
        self.setVisible(searching or bool(self.chips))

    def leave(self) -> None:
        """La recherche n'est plus celle qu'on avait gardée."""
        self._chosen = ""
        self._mark()

    def _choose(self, garde: FiltreGarde) -> None:
        self._chosen = garde.nom
        self._mark()
        self.chosen.emit(garde)

    def _mark(self) -> None:
        for chip in self.chips:
            chip.setChecked(chip.accessibleName() == self._chosen)

    def _keep(self) -> None:
        if self.name.isHidden():
            self.name.show()
            self.name.setFocus()
        elif self.name.text().strip():
            self._chosen = self.name.text().strip()
            self.named.emit(self._chosen)
            self.name.clear()
            self.name.hide()
