"""Un champ : son nom au-dessus, ce qui ne va pas au-dessous."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.widgets.basics import label, set_property, vertical
from tat_carnet.ui.widgets.reveal import reveal


class Field(QWidget):
    """Un widget de saisie nommé ; `blame` montre une phrase sous lui et y ramène le curseur."""

    def __init__(self, name: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.input = widget
        column = vertical(self, gap=E4)
        self.caption = label(name, "fort")
        self.caption.setBuddy(widget)
        if not widget.accessibleName():
            widget.setAccessibleName(name)
        column.addWidget(self.caption)
        if hint:
            column.addWidget(label(hint, "petit"))
        column.addWidget(widget)
        self._fault = label("", "danger")
        self._fault.hide()
        column.addWidget(self._fault)
        column.addStretch(1)

    @property
    def fault(self) -> str:
        """La phrase montrée sous le champ, vide s'il n'y en a pas."""
        return self._fault.text() if not self._fault.isHidden() else ""

    def blame(self, phrase: str) -> None:
        """Montre ce qui manque et pose le curseur ici."""
        self._fault.setText(phrase)
        self._fault.show()
        set_property(self.input, "faute", "oui")
        self.input.setFocus()
        reveal(self)

    def absolve(self) -> None:
        """Retire la phrase."""
        self._fault.hide()
        set_property(self.input, "faute", "")
