"""La liste des alertes d'un passage, et les trois gestes pour en lever une."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tat_carnet.anonymisation.relecture import Alerte, StatutAlerte
from tat_carnet.domain.sas import Levee
from tat_carnet.ui.relecture.alert_words import Tie, heading_of, line_of, why
from tat_carnet.ui.theme.icons import icon
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.theme.tokens import E8, E16
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.wrapped_rows import fit_rows

LIST_HEIGHT = (72, 280)
"""Hauteur de la liste, en points : une alerte et l'amorce d'une autre au moins, six au plus."""
MIN_WIDTH = 264
"""Deux gestes côte à côte."""


class AlertList(QWidget):
    """Alertes et gestes. Les signaux portent le rang de l'alerte courante.

    Au clavier, depuis la liste : Entrée accepte (ou passe au suivant quand tout est décidé),
    R reformule, G garde, L élargit la proposition, M dit que c'est la même personne qu'ailleurs (ou
    ne le dit plus), V revoit ce qui est décidé, Haut et Bas parcourent.
    """

    accepted = Signal(int)
    reworded = Signal(int, str)
    kept = Signal(int, str)
    reopened = Signal(int)
    widened = Signal(int)
    tied = Signal(int)
    current_changed = Signal(int)
    next_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._alertes: Sequence[Alerte] = ()
        self._scales: frozenset[int] = frozenset()
        self._ties: Mapping[int, Tie] = {}
        self._kept: Mapping[int, Levee] = {}
        self._gesture = ""
        self._room = sum(LIST_HEIGHT) * 2
        column = vertical(self, gap=E8)
        self.heading = label("", "fort")
        column.addWidget(self.heading)
        self.list = QListWidget()
        self.list.setAccessibleName("Alertes de ce passage")
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._moved)
        column.addWidget(self.list)
        self.why = label("", "doux")
        column.addWidget(self.why)
        self._buttons(column)
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._line_done)
        self.line.installEventFilter(self)
        self.line.hide()
        column.addWidget(self.line)
        column.addStretch(1)
        self.setFocusProxy(self.list)
        self.setMinimumWidth(MIN_WIDTH)

    @property
    def current(self) -> int | None:
        """Le rang de l'alerte éclairée."""
        row = self.list.currentRow()
        return self._alertes[row].rang if 0 <= row < len(self._alertes) else None

    def show_alertes(
        self,
        alertes: Sequence[Alerte],
        current: int | None,
        scales: Collection[int] = (),
        ties: Mapping[int, Tie] | None = None,
        kept: Mapping[int, Levee] | None = None,
    ) -> None:
        """Montre ces alertes, celle de rang `current` éclairée.

        `scales` : celles à élargir ; `ties` : celles que d'autres passages ont aussi ; `kept` :
        celles dont la sorte a déjà été gardée dans ce fait, et pourquoi.
        """
        self._kept = kept or {}
        self._alertes, self._scales, self._ties = alertes, frozenset(scales), ties or {}
        pending = sum(a.statut is StatutAlerte.en_attente for a in alertes)
        self.heading.setText(heading_of(len(alertes), pending))
        self.list.blockSignals(True)
        self.list.clear()
        for alerte in alertes:
            self.list.addItem(_item(alerte))
        ranks = [a.rang for a in alertes]
        self.list.setCurrentRow(ranks.index(current) if current in ranks else len(ranks) - 1)
        self.list.blockSignals(False)
        self._fold_line()
        self._show_current()

    def _fit_list(self) -> None:
        """Juste la place des alertes, pour que leurs gestes restent sous les yeux."""
        total = sum(fit_rows(self.list))
        lowest, highest = LIST_HEIGHT
        highest = max(lowest, min(highest, self._room - self._rest()))
        self.list.setFixedHeight(min(max(total + E16, lowest), highest))
        self.list.scrollToItem(self.list.currentItem())

    def _rest(self) -> int:
        """La hauteur de ce qui entoure la liste, à cette largeur."""
        others = [self.heading, self.why, self._gestures]
        if not self.line.isHidden():
            others.append(self.line)
        width = self.width()
        heights = [
            w.heightForWidth(width) if w.hasHeightForWidth() else w.sizeHint().height()
            for w in others
        ]
        return sum(heights) + E8 * (len(heights) + 1)

    def fit_in(self, height: int) -> None:
        """Tient dans cette hauteur, en points : la liste défile plutôt que ses gestes."""
        self._room = height
        self._fit_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Les touches de la liste, sa largeur qui change, et Échap dans la ligne."""
        if watched is self.list and event.type() is QEvent.Type.Resize:
            self._fit_list()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self.line and event.key() == Qt.Key.Key_Escape:
            self._fold_line()
            self._fit_list()
            self.list.setFocus()
            return True
        return watched is self.list and self._list_key(event)

    def _list_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # tenir Entrée ne lève ni ne lit rien de plus
                self._enter()
        elif key == Qt.Key.Key_R:
            self._ask("reformuler")
        elif key == Qt.Key.Key_G:
            self._ask("garder")
        elif key == Qt.Key.Key_L:
            self._widen()
        elif key == Qt.Key.Key_M:
            self._tie()
        elif key == Qt.Key.Key_V:
            self._reopen()
        else:
            return False
        return True

    def _enter(self) -> None:
        alerte = self._current_alerte()
        if alerte is not None and alerte.statut is StatutAlerte.en_attente:
            self.accepted.emit(alerte.rang)
        else:
            self.next_asked.emit()

    def _buttons(self, column: QVBoxLayout) -> None:
        self._gestures = row = Flow()
        self.accept = Button("Accepter", hint="↵")
        self.reword = Button("Reformuler", hint="R")
        self.keep = Button("Garder", hint="G")
        self.widen = Button("Plus large", hint="L")
        self.widen.clicked.connect(self._widen)
        self.tie = Button("C’est la même personne", hint="M")
        self.tie.clicked.connect(self._tie)
        self.reopen = Button("Revoir", icon_name="undo-2", hint="V")
        self.accept.clicked.connect(lambda: self.accepted.emit(self.current))
        self.reword.clicked.connect(lambda: self._ask("reformuler"))
        self.keep.clicked.connect(lambda: self._ask("garder"))
        self.reopen.clicked.connect(self._reopen)
        for button in (self.accept, self.reword, self.keep, self.widen, self.tie, self.reopen):
            row.flow.addWidget(button)
        column.addWidget(row)

    def _current_alerte(self) -> Alerte | None:
        row = self.list.currentRow()
        return self._alertes[row] if 0 <= row < len(self._alertes) else None

    def _moved(self, _row: int) -> None:
        self._fold_line()
        self._show_current()
        if self.current is not None:
            self.current_changed.emit(self.current)

    def _show_current(self) -> None:
        alerte = self._current_alerte()
        pending = alerte is not None and alerte.statut is StatutAlerte.en_attente
        tie = self._ties.get(alerte.rang) if alerte else None
        kept = self._kept.get(alerte.rang) if alerte else None
        self.why.setText(why(alerte, tie, kept) if alerte else "")
        self.tie.setVisible(tie is not None)
        self.tie.setText("Ne plus relier" if tie and tie.tied else "C’est la même personne")
        for button in (self.accept, self.reword, self.keep):
            button.setVisible(pending)
        self.widen.setVisible(alerte is not None and alerte.rang in self._scales)
        self.reopen.setVisible(alerte is not None and not pending)
        self._fit_list()

    def _widen(self) -> None:
        if self.current in self._scales:
            self.widened.emit(self.current)

    def _reopen(self) -> None:
        alerte = self._current_alerte()
        if alerte is not None and alerte.statut is not StatutAlerte.en_attente:
            self.reopened.emit(alerte.rang)

    def _tie(self) -> None:
        if self.current in self._ties:
            self.tied.emit(self.current)

    def _ask(self, gesture: str) -> None:
        alerte = self._current_alerte()
        if alerte is None or alerte.statut is not StatutAlerte.en_attente:
            return
        self._gesture = gesture
        if gesture == "garder" and not alerte.bloquante:
            self.kept.emit(alerte.rang, "")
            return
        prompt = "Vos mots à la place" if gesture == "reformuler" else "Pourquoi le garder ?"
        self.line.setPlaceholderText(francais(prompt))
        self.line.setAccessibleName(prompt)
        kept = self._kept.get(alerte.rang)
        reason = alerte.motif or (kept.motif.lire() if kept else "")
        self.line.setText(alerte.proposition if gesture == "reformuler" else reason)
        self.line.show()
        self._fit_list()
        self.line.setFocus()
        self.line.selectAll()

    def _line_done(self) -> None:
        alerte, text = self._current_alerte(), self.line.text()
        if alerte is None:
            return
        self.list.setFocus()
        signal = self.reworded if self._gesture == "reformuler" else self.kept
        signal.emit(alerte.rang, text)

    def _fold_line(self) -> None:
        self.line.hide()
        self.line.clear()


def _item(alerte: Alerte) -> QListWidgetItem:
    palette = current_theme().palette
    if alerte.statut is not StatutAlerte.en_attente:
        name, color = "check", palette.appui
    elif alerte.bloquante:
        name, color = "octagon-alert", palette.danger
    else:
        name, color = "triangle-alert", palette.alerte
    return QListWidgetItem(
        icon(name, color),
        francais(line_of(alerte)),
    )
