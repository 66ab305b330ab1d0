"""Souligner les alertes dans un texte, éclairer celle qu’on décide, la faire voir."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tat_carnet.anonymisation.relecture import Alerte, Origine, Passage, StatutAlerte
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.widgets.texts import TextPane, utf16_offsets


def bring_to_view(pane: TextPane, place: Sequence[int]) -> None:
    """Fait défiler jusqu'à ce passage ; jamais sous les doigts de qui écrit."""
    if not place or pane.editor.hasFocus():
        return
    cursor = QTextCursor(pane.editor.document())
    text = pane.text
    cursor.setPosition(utf16_offsets(text)(min(place[0], len(text))))
    pane.editor.setTextCursor(cursor)
    pane.editor.ensureCursorVisible()


class Marker:
    """Marque des alertes dans un texte : la couleur dit si elle attend, si elle bloque."""

    def __init__(self, pane: TextPane) -> None:
        text = pane.text
        self._document, self._length = pane.editor.document(), len(text)
        self._offset = utf16_offsets(text)

    def mark(
        self, place: tuple[int, int], alerte: Alerte, *, lit: bool
    ) -> QTextEdit.ExtraSelection:
        """La marque d’une alerte à cette place."""
        palette = current_theme().palette
        pending = alerte.statut is StatutAlerte.en_attente
        tone = palette.danger if alerte.bloquante else palette.alerte
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(QColor(tone if pending else palette.appui))
        if lit:
            style.setBackground(QColor(palette.alerte_fond if pending else palette.appui_fond))
        return self._selection(place, style)

    def strike(self, place: tuple[int, int]) -> QTextEdit.ExtraSelection:
        """La marque d'une phrase qui reste dehors : barrée, et qui se lit encore."""
        style = QTextCharFormat()
        style.setFontStrikeOut(True)
        style.setForeground(QColor(current_theme().palette.encre_douce))
        return self._selection(place, style)

    def _selection(
        self, place: tuple[int, int], style: QTextCharFormat
    ) -> QTextEdit.ExtraSelection:
        start, end = (self._offset(min(index, self._length)) for index in place)
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = style
        return selection


def light_up(raw: TextPane, shared: TextPane, passage: Passage, current: int | None) -> None:
    """Éclaire l'alerte `current` dans les deux textes, souligne les autres ; barre le brut tu."""
    in_raw, in_shared, places = Marker(raw), Marker(shared), passage.emplacements
    here: list[QTextEdit.ExtraSelection] = []
    there = [in_raw.strike(place) for place in passage.places_tues]
    for alerte in passage.alertes:
        lit = alerte.rang == current
        born = alerte.origine is Origine.brut
        if born:
            there.append(in_raw.mark((alerte.debut, alerte.fin), alerte, lit=lit))
        place = places.get(alerte.rang)
        if place is not None:
            here.append(in_shared.mark(place, alerte, lit=lit))
        if lit:
            bring_to_view(raw, (alerte.debut,) if born else ())
            bring_to_view(shared, place or ())
    raw.editor.setExtraSelections(there)
    shared.editor.setExtraSelections(here)
