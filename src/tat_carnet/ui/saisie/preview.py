"""Ce que lirait le collectif, suivi à chaque touche ; ce qui désigne quelqu'un est souligné."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tat_carnet.anonymisation import Niveau, Repere
from tat_carnet.anonymisation.publics import reperer_hors_publics
from tat_carnet.anonymisation.recriture import proposer
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.texts import TextPane

DELAY_MS = 30


class Preview(QObject):
    """Lie le papier à la surface : souligne à gauche, propose à droite."""

    def __init__(self, raw: TextPane, shared: TextPane) -> None:
        super().__init__(raw)
        self._raw, self._shared = raw, shared
        self._liste: frozenset[str] = frozenset()
        self._publics: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.refresh)
        raw.editor.textChanged.connect(self._timer.start)

    def set_terms(self, liste: frozenset[str], publics: frozenset[str]) -> None:
        """Change la liste de masquage et les noms publics."""
        self._liste, self._publics = liste, publics
        self.refresh()

    def refresh(self) -> None:
        """Relit le texte entier."""
        text = self._raw.text
        reperes = reperer_hors_publics(text, self._liste, self._publics)
        self._shared.set_text(proposer(text, reperes).texte)
        found = len(reperes)
        self._shared.note.setText(
            compte(found, "passage récrit", "passages récrits") if text else ""
        )
        self._raw.editor.setExtraSelections([self._selection(r) for r in reperes])

    def _selection(self, repere: Repere) -> QTextEdit.ExtraSelection:
        palette = current_theme().palette
        color = palette.danger if repere.niveau is Niveau.masquer else palette.alerte
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(color))
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._raw.editor.document())
        cursor.setPosition(utf16_offset(self._raw.text, repere.debut))
        cursor.setPosition(
            utf16_offset(self._raw.text, repere.fin), QTextCursor.MoveMode.KeepAnchor
        )
        selection.cursor = cursor
        selection.format = style
        return selection


def utf16_offset(text: str, index: int) -> int:
    """L'indice de Qt (unités UTF-16) pour un indice de caractère Python."""
    return len(text[:index].encode("utf-16-le")) // 2
