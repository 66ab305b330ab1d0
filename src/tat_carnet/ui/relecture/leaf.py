"""Le document du dernier regard, mis en page : ses titres, ses fiches, ses tableaux se voient.

Lu d'un trait, ligne à ligne, un compte-rendu de dix pages ne se relit pas.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextOption,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit

from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.theme.tokens import E4, E8, E12, E16, E24, PETIT, SOUS_TITRE, TEXTE, TITRE
from tat_carnet.ui.verrou.clipboard import CopiedText
from tat_carnet.ui.widgets.texts import Pane
from tat_carnet.usecases.relecture.page import Ligne, Role

_SIZES: Final = {Role.titre: TITRE, Role.section: SOUS_TITRE, Role.precisions: PETIT}
_STRONG: Final = frozenset(
    (Role.titre, Role.section, Role.theme, Role.entete, Role.rappel_titre, Role.fiche)
)
_SOFT: Final = frozenset((Role.doux, Role.precisions))
_ABOVE: Final = {Role.section: E24, Role.theme: E16, Role.fiche: E12}
_LISTS: Final = {
    Role.puce: QTextListFormat.Style.ListDisc,
    Role.numero: QTextListFormat.Style.ListDecimal,
}
_TABLE: Final = frozenset((Role.entete, Role.rangee))
_BOX: Final = frozenset((Role.rappel_titre, Role.rappel))
_ASIDE: Final = 240
"""Retrait du destinataire et de la signature, comme sur une lettre."""


class Leaf(QTextEdit):
    """Une page en lecture seule ; `source` dit de quel passage vient la ligne où l'on est."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Ligne] = ()
        self._sources: dict[int, str] = {}
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(64)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Un tableau se replie plutôt que de glisser : on lit du haut en bas.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setIndentWidth(E16)
        current_theme().changed.connect(self._write)

    def show_lines(self, lines: Sequence[Ligne]) -> None:
        """Met ces lignes en page, et remonte en haut."""
        self._lines = lines
        self._write()

    @property
    def source(self) -> str:
        """La ligne où l'on est ; d'une fiche, les premiers mots qu'une personne en a écrits."""
        block = self.textCursor().block()
        return self._sources.get(block.blockNumber()) or block.text()

    def createMimeDataFromSelection(self) -> QMimeData:
        """La sélection, sans les formes enrichies que Qt y ajoute."""
        return CopiedText(self.textCursor().selection().toPlainText(), raw=False)

    def _write(self) -> None:
        self.clear()
        writer = _Writer(self.document())
        # D'un bloc : mise en page à chaque ligne, une longue page figerait la fenêtre.
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for shape, lines in groupby(self._lines, _shape):
            writer.write(shape, list(lines))
        edit.endEditBlock()
        self._sources = writer.sources
        self.moveCursor(QTextCursor.MoveOperation.Start)


class LeafPane(Pane):
    """La page sous son enseigne : elle peut être partagée."""

    def __init__(self, title: str) -> None:
        self.editor = Leaf()
        super().__init__(title, self.editor, raw=False)


def _shape(line: Ligne) -> frozenset[Role]:
    """Ce qui va ensemble : un tableau, un encadré, une liste ; sinon, des lignes."""
    together = (_TABLE, _BOX, frozenset((Role.puce,)), frozenset((Role.numero,)))
    return next((roles for roles in together if line.role in roles), frozenset())


class _Writer:
    """Écrit des lignes à la suite ; `sources` : par rang de ligne, le passage qui l'explique."""

    def __init__(self, document: QTextDocument) -> None:
        self.sources: dict[int, str] = {}
        self._document = document
        self._cursor = QTextCursor(document)
        self._palette = current_theme().palette
        self._line = QColor(self._palette.trait)
        self._fresh = True

    def write(self, shape: frozenset[Role], lines: Sequence[Ligne]) -> None:
        """Un groupe de lignes de même forme."""
        if shape == _TABLE:
            self._table(lines)
        elif shape == _BOX:
            self._box(lines)
        elif shape:
            self._list(lines)
        else:
            for line in lines:
                self._paragraph(line)

    def _paragraph(self, line: Ligne) -> None:
        style = QTextBlockFormat()
        above = _ABOVE.get(line.role, E12 if line.espace else E4)
        style.setTopMargin(0 if not self._cursor.position() else above)
        style.setLeftMargin(_ASIDE if line.role is Role.a_part else 0)
        self._start(style)
        self._fill(line)

    def _list(self, lines: Sequence[Ligne]) -> None:
        bullets = QTextListFormat()
        bullets.setStyle(_LISTS[lines[0].role])
        self._start(QTextBlockFormat())
        made = self._cursor.createList(bullets)
        for rank, line in enumerate(lines):
            if rank:
                self._cursor.insertBlock()
            made.add(self._cursor.block())
            self._cursor.setBlockCharFormat(self._style(line.role))  # la puce en prend la taille
            self._fill(line)
        self._leave(in_list=True)

    def _box(self, lines: Sequence[Ligne]) -> None:
        frame = QTextFrameFormat()
        self._outline(frame)
        frame.setPadding(E8)
        self._cursor.insertFrame(frame)
        self._fresh = True
        for line in lines:
            self._paragraph(line)
        self._leave()

    def _table(self, lines: Sequence[Ligne]) -> None:
        shape = QTextTableFormat()
        self._outline(shape)
        shape.setBorderCollapse(True)
        shape.setCellPadding(E4)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(len(lines), len(lines[0].morceaux), shape)
        for row, line in enumerate(lines):
            for column, text in enumerate(line.morceaux):
                cell = table.cellAt(row, column).firstCursorPosition()
                cell.insertText(text, self._style(line.role))
        self._leave()

    def _outline(self, shape: QTextFrameFormat) -> None:
        """Un filet, et de l'air autour."""
        shape.setBorder(1)
        shape.setBorderBrush(QBrush(self._line))
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setTopMargin(E12)
        shape.setBottomMargin(E16)

    def _start(self, style: QTextBlockFormat) -> None:
        """Une ligne de plus ; la toute première, et celle d'après un cadre, sont déjà là."""
        if self._fresh:
            self._cursor.setBlockFormat(style)
        else:
            self._cursor.insertBlock(style)
        self._fresh = False

    def _leave(self, *, in_list: bool = False) -> None:
        """Sort d'un cadre, d'un tableau ou d'une liste."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = not in_list

    def _fill(self, line: Ligne) -> None:
        for rank, text in enumerate(line.morceaux):
            self._cursor.insertText(text, self._style(line.role if not rank else Role.courant))
        if line.source:
            self.sources[self._cursor.blockNumber()] = line.source

    def _style(self, role: Role) -> QTextCharFormat:
        font = QFont()
        font.setPixelSize(_SIZES.get(role, TEXTE))
        style = QTextCharFormat()
        style.setFont(
            font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly
        )
        style.setFontWeight(QFont.Weight.DemiBold if role in _STRONG else QFont.Weight.Normal)
        if role in _SOFT:
            style.setForeground(QColor(self._palette.encre_douce))
        return style
