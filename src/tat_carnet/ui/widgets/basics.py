"""Étiquettes, boutons, cadres : les plus petites pièces.

Le seuil en est fait : avant sa première image, rien ne touche à l'espace `Qt`, dont les 94
énumérations naissent ensemble (25 ms). D'où `QtCore.Qt` écrit à l'endroit où il sert, et deux
valeurs données par leur nombre (décision 0022).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tat_carnet.ui.theme.icons import icon, pixmap
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.theme.tokens import E8, E12, E16
from tat_carnet.ui.typographie import francais

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_PLAIN_TEXT: Final = 0  # Qt.TextFormat.PlainText
_NO_FOCUS: Final = 0  # Qt.FocusPolicy.NoFocus

LabelRole = Literal[
    "texte",
    "titre",
    "sous-titre",
    "fort",
    "doux",
    "petit",
    "alerte",
    "danger",
    "appui",
    "code",
    "question",
]
ButtonRole = Literal["normal", "premier", "discret", "danger", "lateral", "puce", "grande"]


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Change une propriété dont la feuille de style dépend, et la fait suivre."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Label(QLabel):
    """Une étiquette qui respecte la typographie française."""

    def __init__(self, text: str) -> None:
        super().__init__(francais(text))

    def setText(self, text: str) -> None:
        """Change le texte, typographié."""
        super().setText(francais(text))


class ElidedLabel(Label):
    """Une étiquette d'une ligne, coupée par une ellipse quand la place manque."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Écrit ce qui tient."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), QtCore.Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), QtCore.Qt.AlignmentFlag.AlignVCenter, shown)


def label(text: str, role: LabelRole = "texte", *, wrap: bool = True) -> Label:
    """Une étiquette en texte simple : jamais d'HTML venu du cahier."""
    result = Label(text)
    result.setProperty("textFormat", _PLAIN_TEXT)
    result.setProperty("role", role)
    result.setWordWrap(wrap)
    return result


class Button(QPushButton):
    """Un bouton nommé par un verbe ; l'icône suit l'apparence, le raccourci est dit à côté."""

    def __init__(
        self,
        text: str,
        role: ButtonRole = "normal",
        *,
        icon_name: str = "",
        shortcut: str = "",
        hint: str = "",
    ) -> None:
        super().__init__()
        self._hint = hint
        self._icon_name = icon_name
        self.setText(text)
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self._role = role
        if shortcut:
            from PySide6.QtGui import QKeySequence, QShortcut

            # Le raccourci propre aux boutons de Qt attend cent millisecondes avant d'agir.
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.click)
        if icon_name:
            self.setIconSize(QSize(20, 20))
            current_theme().changed.connect(self._paint_icon)
            self._paint_icon()

    def setText(self, text: str) -> None:
        """Change le verbe ; l'icône et le raccourci l'encadrent."""
        text = francais(text)
        self.setAccessibleName(text)
        lead = " " if self._icon_name else ""
        super().setText(f"{lead}{text}   {self._hint}" if self._hint else f"{lead}{text}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Entrée vaut un clic, comme Espace ; la tenir enfoncée n'en fait pas d'autres."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def set_icon(self, icon_name: str) -> None:
        """Change d'icône."""
        self._icon_name = icon_name
        self._paint_icon()

    def _paint_icon(self) -> None:
        palette = current_theme().palette
        if self._role == "premier":
            self.setIcon(icon(self._icon_name, palette.sur_accent))
        elif self._role == "discret":
            self.setIcon(icon(self._icon_name, palette.accent))
        else:
            self.setIcon(icon(self._icon_name, palette.encre_douce, palette.accent))


class IconLabel(QLabel):
    """Une icône seule, muette pour les lecteurs d'écran : le mot est à côté."""

    def __init__(self, name: str, token: str = "encre_douce", size: int = 18) -> None:
        super().__init__()
        self._name, self._token, self._size = name, token, size
        self.setFixedSize(size, size)
        current_theme().changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        color = getattr(current_theme().palette, self._token)
        self.setPixmap(pixmap(self._name, color, self._size))


def frame(role: str) -> QFrame:
    """Un cadre dont le rôle donne l'aplat."""
    result = QFrame()
    result.setProperty("role", role)
    return result


def separator() -> QFrame:
    """Un trait."""
    return frame("trait")


def vertical(parent: QWidget | None = None, *, margin: int = 0, gap: int = E8) -> QVBoxLayout:
    """Une colonne aux marges dites."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def horizontal(parent: QWidget | None = None, *, margin: int = 0, gap: int = E8) -> QHBoxLayout:
    """Une rangée aux marges dites."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def never_focused(widget: QWidget) -> None:
    """Ôte `widget` du chemin de la touche Tab."""
    widget.setProperty("focusPolicy", _NO_FOCUS)


def clear_layout(layout: QVBoxLayout) -> None:
    """Retire et détruit les widgets d'une colonne."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Card(QFrame):
    """Une carte ; `body` est sa colonne."""

    def __init__(self, title: str = "", role: str = "carte") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.body = vertical(self, margin=E16, gap=E12)
        if title:
            self.body.addWidget(label(title, "fort"))
