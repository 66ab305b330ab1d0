"""Ce qui vient, une ligne par échéance, avec les gestes qui la règlent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import GenreEcheance
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.theme.tokens import CIBLE, E4, E8
from tat_carnet.ui.typographie import compte, jour_court, majuscule
from tat_carnet.ui.widgets.basics import Button, clear_layout, label, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.situations import Due

REPOUSSER: Final = timedelta(days=3)


class DueRows(QWidget):
    """Les échéances données ; `opened` reçoit l'identifiant d'une situation à montrer.

    `removed` porte une échéance qu'on vient d'effacer : de quoi la reprendre.
    """

    removed = Signal(object)

    def __init__(
        self, tasks: Tasks, today: Callable[[], date], opened: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._tasks, self._today, self._opened = tasks, today, opened
        self._column = vertical(self, gap=E4)
        self.texts: list[str] = []

    def show_dues(self, dues: Sequence[Due], *, removable: bool = False) -> None:
        """Remplace les lignes ; `removable` : on peut aussi les effacer."""
        clear_layout(self._column)
        self.texts = []
        for due in dues:
            row, text = self.row(due, removable=removable)
            self._column.addWidget(row)
            self.texts.append(text)

    def row(self, due: Due, *, removable: bool = False) -> tuple[QWidget, str]:
        """Une échéance, ses gestes, et ce qu'elle dit : à poser où l'on veut."""
        text = self._text(due)
        return self._row(due, text, removable=removable), text

    def _text(self, due: Due) -> str:
        code = f", {due.code}" if due.code else ""
        return f"{describe(due.echeance)}{code} : {when(due.jour, self._today())}"

    def _row(self, due: Due, text: str, *, removable: bool) -> QWidget:
        echeance, row = due.echeance, Flow(gap=E8)
        words = label(text, wrap=False)
        words.setMinimumHeight(CIBLE)
        row.flow.addWidget(words)
        gestures: list[tuple[str, Callable[[], None]]] = [
            ("C’est fait", partial(self._save, echeance.faite()))
        ]
        if echeance.due(self._today()):
            later = echeance.repoussee(self._today() + REPOUSSER)
            gestures.append(("Redire dans 3 jours", partial(self._save, later)))
        if echeance.situation_id is not None and due.code:
            gestures.append(("Voir", partial(self._opened, echeance.situation_id)))
        if removable:
            gestures.append(("Effacer", partial(self._delete, echeance)))
        for verb, gesture in gestures:
            button = Button(verb, "discret")
            button.setAccessibleName(f"{verb} : {text}")
            button.clicked.connect(lambda _=False, g=gesture: g())
            row.flow.addWidget(button)
        return row

    def _save(self, echeance: Echeance) -> None:
        self._tasks.change(lambda cahier: cahier.save_echeance(echeance), lambda _: None, self)

    def _delete(self, echeance: Echeance) -> None:
        self._tasks.change(
            lambda cahier: cahier.delete_echeance(echeance.id),
            lambda _: self.removed.emit(echeance),
            self,
        )


def describe(echeance: Echeance) -> str:
    """« Conseil de discipline », ou les mots de la personne."""
    words = echeance.quoi.lire()
    if echeance.genre is GenreEcheance.autre:
        return majuscule(words)
    name = majuscule(libelle(echeance.genre))
    return f"{name} ({words})" if words else name


def when(jour: date, today: date) -> str:
    """« mar. 24 nov., dans 3 jours »."""
    days = (jour - today).days
    if days == 0:
        return f"{jour_court(jour)}, aujourd’hui"
    count = compte(abs(days), "jour", "jours")
    return f"{jour_court(jour)}, {'dans' if days > 0 else 'il y a'} {count}"
