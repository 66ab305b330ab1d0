"""Les imports passés, et en défaire un tout entier."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.importation import Import
from tat_carnet.ui.theme.tokens import E4, E8
from tat_carnet.ui.typographie import compte, heure, jour, majuscule
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.flow import Flow


class PassesCard(Card):
    """Un import par ligne. `undo_asked` porte celui que l'on veut défaire, deux fois demandé."""

    undo_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Imports passés")
        self.rows = vertical()
        self.body.addLayout(self.rows)
        self.lines: list[PasseLine] = []

    def show_imports(self, imports: Sequence[Import]) -> None:
        """Montre ces imports."""
        clear_layout(self.rows)
        self.lines = [PasseLine(one) for one in imports]
        for line in self.lines:
            line.undo_asked.connect(self.undo_asked)
            self.rows.addWidget(line)
        if not imports:
            self.rows.addWidget(label("Rien n’a encore été importé.", "doux"))


class PasseLine(QWidget):
    """Quand, combien, et « Défaire », qui se confirme au même endroit."""

    undo_asked = Signal(object)

    def __init__(self, one: Import) -> None:
        super().__init__()
        column = vertical(self, gap=E4)
        when = f"{majuscule(jour(one.le.date(), annee=True))}, {heure(one.le)}"
        column.addWidget(label(f"{when} — {compte(one.nombre, 'fait', 'faits')}"))
        self.undo = Button("Défaire cet import", "discret", icon_name="undo-2")
        column.addWidget(self.undo)
        reread = f", dont {compte(one.relus, 'relu', 'relus')} depuis" if one.relus else ""
        self.question = label(
            f"Effacer les {compte(one.nombre, 'fait', 'faits')} de cet import{reread} ? "
            "Les lieux qu’il a créés partent aussi, s’ils sont vides."
        )
        self.yes = Button("Effacer ces faits", "danger")
        self.no = Button("Les garder")
        self.answers = Flow(gap=E8)
        self.answers.flow.addWidget(self.yes)
        self.answers.flow.addWidget(self.no)
        column.addWidget(self.question)
        column.addWidget(self.answers)
        self._ask(False)
        self.undo.clicked.connect(partial(self._ask, True))
        self.no.clicked.connect(partial(self._ask, False))
        self.yes.clicked.connect(lambda: self.undo_asked.emit(one))

    def _ask(self, asked: bool) -> None:
        self.undo.setVisible(not asked)
        self.question.setVisible(asked)
        self.answers.setVisible(asked)
