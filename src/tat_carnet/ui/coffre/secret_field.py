"""Le champ d'une phrase de passe : la montrer, savoir que la touche Majuscules est prise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.ui.theme.tokens import E4, E8
from tat_carnet.ui.widgets.basics import Button, horizontal, label, vertical

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class _Line(QLineEdit):
    """Une ligne masquée ; `capitals_seen` dit, à chaque lettre, si Verr. Maj. semble enfoncée."""

    capitals_seen = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Une lettre capitale sans Maj, ou l'inverse, trahit le verrouillage."""
        text = event.text()
        if text.isalpha():
            shifted = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            self.capitals_seen.emit(text.isupper() != shifted)
        super().keyPressEvent(event)


class SecretField(QWidget):
    """Une ligne masquée, un œil pour la montrer, un mot si le verrouillage majuscule est mis."""

    def __init__(self, name: str) -> None:
        super().__init__()
        column = vertical(self, gap=E4)
        row = horizontal(gap=E8)
        self.line = _Line()
        self.line.setAccessibleName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        self.eye = Button("Montrer", icon_name="eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        column.addLayout(row)
        self.capitals = label("La touche Verr. Maj. semble enfoncée.", "alerte")
        self.capitals.hide()
        self.line.capitals_seen.connect(self.capitals.setVisible)
        column.addWidget(self.capitals)

    @property
    def text(self) -> str:
        """Ce qui est tapé."""
        return self.line.text()

    def clear(self) -> None:
        """Vide la ligne, et la masque de nouveau."""
        self.line.clear()
        self.eye.setChecked(False)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        # Qt les pose avec le masque et les retire avec lui : montrée, elle reste secrète.
        hints = QtCore.Qt.InputMethodHint
        self.line.setInputMethodHints(hints.ImhHiddenText | hints.ImhSensitiveData)
        self.eye.setText("Cacher" if shown else "Montrer")
        self.eye.set_icon("eye-off" if shown else "eye")
