"""Le papier et la surface : le brut et le partageable, jamais confondus."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit

from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.verrou.clipboard import CopiedText
from tat_carnet.ui.widgets.basics import IconLabel, horizontal, label, set_property, vertical


class Pane(QFrame):
    """Un texte sous son enseigne : cadenas fermé sur papier, ou ouvert sur surface.

    `raw` choisit l'aplat, l'icône et les mots : trois signes, pas la seule couleur.
    """

    def __init__(self, title: str, editor: QPlainTextEdit | QTextEdit, *, raw: bool) -> None:
        super().__init__()
        self.setProperty("role", "papier" if raw else "partage")
        column = vertical(self, margin=E12, gap=E8)
        head = horizontal(gap=E8)
        head.addWidget(IconLabel("lock" if raw else "lock-open", "encre_douce", 16))
        self.caption = label(title, "petit")
        head.addWidget(self.caption, 1)
        self.note = label("", "petit", wrap=False)
        head.addWidget(self.note)
        column.addLayout(head)
        self._editor = editor
        editor.setAccessibleName(title)
        editor.installEventFilter(self)
        column.addWidget(editor, 1)
        self.setFocusProxy(editor)

    @property
    def text(self) -> str:
        """Le texte écrit."""
        return self._editor.toPlainText()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Le cadre dit qu'on y écrit ; n'ayant rien à défaire, il laisse Ctrl+Z à son écran."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self._editor.document().isUndoAvailable()
        ):
            event.ignore()
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            focused = event.type() is QEvent.Type.FocusIn
            set_property(self, "actif", "oui" if focused else "")
        return super().eventFilter(watched, event)


class TextPane(Pane):
    """Un texte simple sous son enseigne."""

    def __init__(self, title: str, *, raw: bool, read_only: bool = False) -> None:
        self.editor = TextEditor(raw=raw)
        self.editor.setReadOnly(read_only)
        super().__init__(title, self.editor, raw=raw)

    def set_text(self, text: str) -> None:
        """Remplace le texte s'il diffère, sans perdre la place du curseur pour rien."""
        if text != self.editor.toPlainText():
            self.editor.setPlainText(text)


class TextEditor(QPlainTextEdit):
    """Un éditeur de texte simple où Tab passe au champ suivant.

    Ce qu'on y copie, ou qu'on en tire à la souris, est du texte simple ; `raw` le marque secret.
    """

    def __init__(self, *, raw: bool) -> None:
        super().__init__()
        self._raw = raw
        self.setTabChangesFocus(True)
        self.setMinimumHeight(64)

    def sizeHint(self) -> QSize:
        """Peu de hauteur demandée : l'éditeur prend ce qui reste, il ne pousse pas les autres."""
        return QSize(200, self.minimumHeight())

    def createMimeDataFromSelection(self) -> QMimeData:
        """La sélection, sans les formes enrichies que Qt y ajoute."""
        return CopiedText(self.textCursor().selection().toPlainText(), raw=self._raw)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Laisse passer les raccourcis de la fenêtre (Ctrl+Entrée)."""
        if event.modifiers() and event.key() in (0x01000004, 0x01000005):
            event.ignore()
            return
        super().keyPressEvent(event)


def utf16_offsets(text: str) -> Callable[[int], int]:
    """De quoi passer d'un indice de caractère de ce texte à celui de Qt (unités UTF-16).

    Compté une fois : mille marques dans une longue note le recomptaient mille fois.
    """
    wide = [rank for rank, sign in enumerate(text) if sign > "\uffff"]
    return lambda index: index + bisect_left(wide, index)
