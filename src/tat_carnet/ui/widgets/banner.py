"""Le bandeau : une phrase là où les yeux sont, sans fenêtre qui bloque."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtWidgets import QFrame

from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.widgets.basics import Button, IconLabel, horizontal, label, set_property

Tone = Literal["appui", "alerte", "danger"]
_ICONS: dict[Tone, str] = {
    "appui": "circle-check",
    "alerte": "triangle-alert",
    "danger": "octagon-alert",
}


class Banner(QFrame):
    """Une phrase et, au besoin, un geste ; caché tant qu'il n'a rien à dire."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "message")
        self._row = horizontal(self, margin=E8, gap=E12)
        self._icon: IconLabel | None = None
        self._text = label("")
        self.action: Button | None = None
        self._row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """La phrase montrée, vide si le bandeau est caché."""
        return "" if self.isHidden() else self._text.text()

    def tell(
        self,
        text: str,
        tone: Tone = "appui",
        *,
        action: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Montre une phrase ; `action` est un verbe et ce qu'il fait."""
        self._clear()
        self._icon = IconLabel(_ICONS[tone], tone)
        self._row.insertWidget(0, self._icon)
        self._text.setText(text)
        if action is not None:
            verb, gesture = action
            self.action = Button(verb, "discret")
            self.action.clicked.connect(lambda: gesture())
            self._row.addWidget(self.action)
        set_property(self, "ton", tone)
        self.setAccessibleName(text)
        self.show()

    def hush(self) -> None:
        """Se tait."""
        self._clear()
        self.hide()

    def _clear(self) -> None:
        for widget in (self._icon, self.action):
            if widget is not None:
                self._row.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._icon = self.action = None
