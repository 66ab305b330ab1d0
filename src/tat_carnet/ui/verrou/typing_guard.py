"""Ce qui se tape ne s'apprend pas : les méthodes de saisie n'en gardent ni mots ni suites.

Clavier tactile, ibus, fcitx : pour mieux proposer, ils écrivent en clair ce qu'on tape souvent, les
noms compris, dans leurs propres dictionnaires. Qt sait leur demander de ne rien en garder.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

PRIVATE: Final = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class TypingGuard(QObject):
    """Marque secret tout champ où l'on écrit, dès que le curseur y vient."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusObjectChanged.connect(self._focused)

    def _focused(self, focused: QObject | None) -> None:
        if isinstance(focused, QWidget) and focused.testAttribute(
            Qt.WidgetAttribute.WA_InputMethodEnabled
        ):
            focused.setInputMethodHints(focused.inputMethodHints() | PRIVATE)
