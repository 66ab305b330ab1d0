"""Un volet : ce qui attend, plié, sans gêner."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.widgets.basics import Button, vertical


class Expander(QWidget):
    """Un titre qu'on déplie ; `body` est la colonne cachée."""

    def __init__(self, title: str, *, shortcut: str = "") -> None:
        super().__init__()
        column = vertical(self, gap=E8)
        self.toggle = Button(title, "discret", icon_name="chevron-right", shortcut=shortcut)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._unfold)
        self._content = QWidget()
        self._content.hide()
        self.body = vertical(self._content, gap=E8)
        column.addWidget(self.toggle)
        column.addWidget(self._content)

    def set_title(self, title: str) -> None:
        """Change le titre (par exemple pour dire ce qui est déjà rempli)."""
        self.toggle.setText(title)
        self.toggle.setAccessibleName(title)

    def _unfold(self, opened: bool) -> None:
        self.toggle.set_icon("chevron-down" if opened else "chevron-right")
        self._content.setVisible(opened)
