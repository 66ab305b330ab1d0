"""Le presse-papiers : du texte simple, marqué secret s'il est brut, et pas pour longtemps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_MS: Final = 30_000
SECRET_HINT: Final = "x-kde-passwordManagerHint"
"""Les gestionnaires de presse-papiers qui la lisent ne gardent pas ce texte dans leur histoire."""

Mode = QClipboard.Mode


class CopiedText(QMimeData):
    """Un texte copié d'ici : une seule forme, sans couleur ni police ; `raw` le marque secret."""

    def __init__(self, text: str, *, raw: bool = True) -> None:
        super().__init__()
        self.setText(text)
        if raw:
            self.setData(SECRET_HINT, b"secret")


class ClipboardGuard(QObject):
    """Réduit ce que l'application copie à un texte simple, et l'efface après `kept_ms`.

    Ce qui ne vient pas d'un `TextEditor` est tenu pour brut. Ce qu'une autre application a copié
    n'est jamais touché. La sélection de X11 (clic du milieu) est traitée de même.
    """

    def __init__(self, parent: QObject | None = None, *, kept_ms: int = KEPT_MS) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(kept_ms)
        self._timer.timeout.connect(self.empty)
        self._clipboard.changed.connect(self._changed)

    def empty(self) -> None:
        """Efface ce qui vient d'ici, et cela seul."""
        self._timer.stop()
        for mode in (Mode.Clipboard, Mode.Selection):
            if isinstance(self._clipboard.mimeData(mode), CopiedText):
                self._clipboard.clear(mode)

    def _changed(self, mode: Mode) -> None:
        copied = self._clipboard.mimeData(mode)
        if isinstance(copied, CopiedText):
            self._timer.start()
        elif self._owned(mode) and copied.formats():
            self._clipboard.setMimeData(CopiedText(copied.text()), mode)

    def _owned(self, mode: Mode) -> bool:
        if mode is Mode.Clipboard:
            return self._clipboard.ownsClipboard()
        return mode is Mode.Selection and self._clipboard.ownsSelection()
