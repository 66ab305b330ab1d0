"""Ce qui est souligné dans les mots de la personne, et le menu de chaque passage.

Trois traits, que la seule couleur ne sépare pas : vagues sous ce qui désigne quelqu'un, tirets sous
ce qui est à vérifier, points sous une faute.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.texts import utf16_offsets

Underline = QTextCharFormat.UnderlineStyle


class Trait(Enum):
    """Un genre de soulignement : son trait, et la couleur du thème qui le double."""

    designe = auto()
    verifier = auto()
    faute = auto()


_STYLES = {
    Trait.designe: (Underline.WaveUnderline, "danger"),
    Trait.verifier: (Underline.DashUnderline, "alerte"),
    Trait.faute: (Underline.DotLine, "encre_douce"),
}
Choices = Callable[[], Sequence[tuple[str, Callable[[], None]]]]
"""Ce qu'un menu propose : un verbe, un geste ; demandé à l'ouverture seulement."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Un passage souligné, en indices de caractères ; `menu` si on peut y faire quelque chose."""

    debut: int
    fin: int
    trait: Trait
    menu: Choices | None = None


class Marks(QObject):
    """Les soulignements d'un éditeur, par couche : l'anonymisation, l'orthographe."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._layers: dict[str, Sequence[Mark]] = {}
        editor.viewport().installEventFilter(self)
        editor.installEventFilter(self)

    def show_layer(self, name: str, marks: Sequence[Mark]) -> None:
        """Remplace les soulignements d'une couche."""
        self._layers[name] = marks
        offset = utf16_offsets(self._editor.toPlainText())
        self._editor.setExtraSelections(
            [self._selection(mark, offset) for layer in self._layers.values() for mark in layer]
        )

    def marks_at(self, position: int) -> list[Mark]:
        """Les passages soulignés à cet endroit, en indice de caractère."""
        layers = self._layers.values()
        return [m for layer in layers for m in layer if m.debut <= position <= m.fin]

    def replace(self, mark: Mark, text: str) -> None:
        """Remplace un passage ; Ctrl+Z le rend."""
        cursor = self._cursor(mark, utf16_offsets(self._editor.toPlainText()))
        cursor.insertText(text)

    def menu_at(self, position: int) -> QMenu:
        """Le menu d'Annuler, Couper, Copier, précédé de ce que les passages d'ici proposent."""
        menu = self._editor.createStandardContextMenu()
        first = menu.actions()[0]
        found = [mark for mark in self.marks_at(position) if mark.menu is not None]
        for mark in found:
            assert mark.menu is not None
            for verb, gesture in mark.menu():
                action = QAction(francais(verb), menu)
                action.triggered.connect(lambda _=False, g=gesture: g())
                menu.insertAction(first, action)
        if found:
            menu.insertSeparator(first)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Le clic droit, ou la touche Menu, ouvre le menu du passage."""
        if isinstance(event, QContextMenuEvent):
            keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
            cursor = (
                self._editor.textCursor()
                if keyboard
                else self._editor.cursorForPosition(event.pos())
            )
            before = self._editor.toPlainText().encode("utf-16-le")[: cursor.position() * 2]
            self.menu_at(len(before.decode("utf-16-le", "ignore"))).popup(event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def _selection(self, mark: Mark, offset: Callable[[int], int]) -> QTextEdit.ExtraSelection:
        underline, token = _STYLES[mark.trait]
        selection = QTextEdit.ExtraSelection()
        selection.format.setUnderlineStyle(underline)
        selection.format.setUnderlineColor(QColor(getattr(current_theme().palette, token)))
        selection.cursor = self._cursor(mark, offset)
        return selection

    def _cursor(self, mark: Mark, offset: Callable[[int], int]) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(offset(mark.debut))
        cursor.setPosition(offset(mark.fin), QTextCursor.MoveMode.KeepAnchor)
        return cursor
