"""Les phrases d'un récit, une par bouton, qu'un chiffre ou un clic choisit (décision 0034)."""

from __future__ import annotations

from textwrap import fill, shorten

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.ui.relecture.recit_words import RecitState
from tat_carnet.ui.relecture.remede import BUTTON_CHARS
from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import Button, vertical
from tat_carnet.usecases.relecture.phrases import Phrases

PHRASE_CHARS = 36
"""Signes d'une phrase sur son bouton, qui en tient deux lignes ; elle est entière dans le brut."""


class Sentences(QWidget):
    """Celles où quelqu'un se tient, puis les autres.

    `wanted` : remettre celle-là, de ces mots, veut un motif ; `chosen` : ce geste-là, d'un rang
    d'étape, n'en veut pas.
    """

    wanted = Signal(int, str)
    chosen = Signal(object)

    def __init__(self, state: RecitState, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        self._column = vertical(self, gap=E8)
        held = [
            self._held(rank, words, out=rank not in state.put_back)
            for rank, words in enumerate(state.offered)
        ]
        others = [
            self._other(rank, len(held), words, out=rank in state.left_behind)
            for rank, words in enumerate(state.placed)
        ]
        self.buttons = (*held, *others)

    def _held(self, rank: int, words: str, *, out: bool) -> Button:
        button = self._button("Remettre" if out else "Ôter", rank, words)
        if out:
            button.clicked.connect(lambda: self.wanted.emit(rank, words))
        else:
            button.clicked.connect(
                lambda: self.chosen.emit(lambda at: self._phrases.retirer(at, rank))
            )
        return button

    def _other(self, rank: int, after: int, words: str, *, out: bool) -> Button:
        """Nul ne s'y tient : sans motif, et on la reprend de même."""
        button = self._button("Reprendre" if out else "Laisser", after + rank, words)
        gesture = self._phrases.reprendre if out else self._phrases.laisser
        button.clicked.connect(lambda: self.chosen.emit(lambda at: gesture(at, rank)))
        return button

    def _button(self, verb: str, rank: int, words: str) -> Button:
        said = f"{verb} « {shorten(words, PHRASE_CHARS, placeholder='…')} »"
        lines = fill(said, BUTTON_CHARS, subsequent_indent=" ")
        button = Button(lines, hint=str(rank + 1))
        # Un bouton ne compte qu'une ligne : sans cela, la première et la dernière se coupent.
        spacing = button.fontMetrics().lineSpacing()
        button.setMinimumHeight(spacing * (lines.count("\n") + 1) + 2 * E12)
        button.setAccessibleName(francais(said))
        self._column.addWidget(button)
        return button
