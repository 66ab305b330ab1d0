"""Choisir dans une liste en tapant quelques lettres, ou y ajouter ce qu'on vient de taper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from tat_carnet.domain.recherche import words, words_rank
from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import vertical

ROW_HEIGHT = 34
ROWS_SHOWN = 6
ROWS_AT_MOST = 200
"""Au-delà, on tape une lettre de plus : la liste ne se parcourt plus."""


@dataclass(frozen=True, slots=True)
class Option:
    """Une entrée : sa clé, ce qu'on lit, la précision qui suit, et d'autres mots qui y mènent."""

    key: str
    text: str
    detail: str = ""
    keywords: str = ""


class FilterChoice(QWidget):
    """Un champ et sa liste. `chosen` donne la clé choisie, `creation_asked` le texte à créer.

    Entrée prend la ligne éclairée (la première d'office), Haut et Bas la déplacent, Échap rend le
    choix d'avant. La liste se ferme dès qu'un choix est fait : elle ne masque rien.
    """

    chosen = Signal(str)
    creation_asked = Signal(str)

    def __init__(self, name: str, placeholder: str, *, creation: str = "") -> None:
        super().__init__()
        self._options: Sequence[Option] = ()
        self._words: list[list[list[str]]] = []
        self._key: str | None = None
        self._creation = francais(creation)
        column = vertical(self, gap=E4)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(francais(placeholder))
        self.line.textEdited.connect(self._filter)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        self.list = QListWidget()
        self.list.setAccessibleName(f"{name} : propositions")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self.list.hide()
        column.addWidget(self.line)
        column.addWidget(self.list)

    @property
    def key(self) -> str | None:
        """La clé choisie."""
        return self._key

    def set_options(self, options: Sequence[Option]) -> None:
        """Change les entrées ; le choix fait demeure s'il existe encore."""
        self._options, self._words = options, []
        self.choose(self._key)

    def choose(self, key: str | None) -> None:
        """Choisit une clé (ou rien), sans l'annoncer."""
        option = next((o for o in self._options if o.key == key), None)
        self._key = option.key if option else None
        self.line.setText(option.text if option else "")
        self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Le clavier du champ conduit la liste."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        if event.type() is QEvent.Type.FocusIn:
            self.line.selectAll()
        elif event.type() is QEvent.Type.FocusOut:
            self.choose(self._key)
        elif event.type() is QEvent.Type.MouseButtonPress and self.list.isHidden():
            self._show_rows(self._options)
        return super().eventFilter(watched, event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and not self.list.isHidden():
            self.choose(self._key)
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        if self.list.isHidden():
            self._show_rows(self._options)
            return
        row = (self.list.currentRow() + step) % max(1, self.list.count())
        self.list.setCurrentRow(row)

    def _enter(self) -> None:
        if not self.list.isHidden() and self.list.currentItem() is not None:
            self._take(self.list.currentItem())
        elif self._key is not None:
            self.chosen.emit(self._key)

    def _filter(self, typed: str) -> None:
        if not self._words:
            self._words = [
                [words(w) for w in (o.text, o.detail, o.keywords)] for o in self._options
            ]
        wanted = words(typed)
        ranked = [
            (words_rank(wanted, groups), o)
            for groups, o in zip(self._words, self._options, strict=True)
        ]
        found = [(rank, o) for rank, o in ranked if rank is not None]
        self._show_rows([o for _, o in sorted(found, key=lambda pair: pair[0])], typed.strip())

    def _show_rows(self, options: Sequence[Option], typed: str = "") -> None:
        self.list.clear()
        for option in options[:ROWS_AT_MOST]:
            text = f"{option.text}   ·   {option.detail}" if option.detail else option.text
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, option.key)
            self.list.addItem(item)
        if self._creation and typed and not any(o.text == typed for o in options):
            self.list.addItem(QListWidgetItem(self._creation.format(typed)))
        shown = min(self.list.count(), ROWS_SHOWN)
        self.list.setFixedHeight(shown * ROW_HEIGHT + 14)
        self.list.setCurrentRow(0)
        self.list.setVisible(shown > 0)

    def _take(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if key is None:
            typed = self.line.text().strip()
            self.list.hide()
            self.creation_asked.emit(typed)
            return
        self.choose(key)
        self.chosen.emit(key)
