"""Le champ d'une phrase de passe : la montrer, savoir que la touche Majuscules est prise."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.ui.theme.tokens import E4, E8
from tat_carnet.ui.widgets.basics import Button, horizontal, label, vertical


class SecretField(QWidget):
    """Une ligne masquée, un œil pour la montrer, un mot si le verrouillage majuscule est mis."""

    def __init__(self, name: str) -> None:
        super().__init__()
        column = vertical(self, gap=E4)
        row = horizontal(gap=E8)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.line.installEventFilter(self)
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
        column.addWidget(self.capitals)

    @property
    def text(self) -> str:
        """Ce qui est tapé."""
        return self.line.text()

    def clear(self) -> None:
        """Vide la ligne, et la masque de nouveau."""
        self.line.clear()
        self.eye.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Une lettre capitale sans Maj, ou l'inverse, trahit le verrouillage."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if text.isalpha():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.capitals.setVisible(text.isupper() != shifted)
        return super().eventFilter(watched, event)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.eye.setText("Cacher" if shown else "Montrer")
        self.eye.set_icon("eye-off" if shown else "eye")
