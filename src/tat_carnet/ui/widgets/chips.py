"""Des puces à cocher : une énumération entière sous les yeux, à un clic."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal

from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.widgets.basics import Button
from tat_carnet.ui.widgets.flow import Flow

C = TypeVar("C", bound=StrEnum)


class Chips(Flow, Generic[C]):
    """Les codes d'une énumération ; `exclusive` : un au plus, qu'on peut aussi retirer.

    `required` empêche de tout retirer. `at_most` borne le nombre de puces cochées.
    """

    changed = Signal()

    def __init__(
        self,
        codes: Iterable[C],
        name: str,
        *,
        exclusive: bool = False,
        required: bool = False,
        at_most: int | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._exclusive, self._required, self._at_most = exclusive, required, at_most
        self._buttons: dict[C, Button] = {}
        for code in codes:
            button = Button(libelle(code), "puce")
            button.setCheckable(True)
            button.setAccessibleName(f"{name} : {libelle(code)}")
            button.clicked.connect(lambda checked, c=code: self._clicked(c, checked))
            self.flow.addWidget(button)
            self._buttons[code] = button

    def button(self, code: C) -> Button:
        """Le bouton d'un code."""
        return self._buttons[code]

    def buttons(self) -> list[Button]:
        """Les boutons, dans l'ordre."""
        return list(self._buttons.values())

    def values(self) -> tuple[C, ...]:
        """Les codes cochés, dans l'ordre de l'énumération."""
        return tuple(code for code, button in self._buttons.items() if button.isChecked())

    def value(self) -> C | None:
        """Le premier code coché."""
        return next(iter(self.values()), None)

    def set_value(self, code: C | None) -> None:
        """Coche ce seul code, ou aucun, sans rien annoncer."""
        self.set_values([] if code is None else [code])

    def set_values(self, codes: Iterable[C]) -> None:
        """Coche exactement ces codes, sans rien annoncer."""
        wanted = set(codes)
        for code, button in self._buttons.items():
            button.setChecked(code in wanted)

    def offer(self, codes: Iterable[C]) -> None:
        """Ne montre que ces codes, et les coche tous, sans rien annoncer."""
        offered = set(codes)
        for code, button in self._buttons.items():
            button.setVisible(code in offered)
        self.set_values(offered)

    def _clicked(self, code: C, checked: bool) -> None:
        if checked and self._exclusive:
            self.set_values([code])
        elif not checked and self._required and not self.values():
            self._buttons[code].setChecked(True)
        elif checked and self._at_most and len(self.values()) > self._at_most:
            self._buttons[code].setChecked(False)
        self.changed.emit()
