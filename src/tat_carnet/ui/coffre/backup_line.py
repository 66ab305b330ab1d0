"""La ligne d'état des sauvegardes : discrète tant que tout va bien, avec un geste sinon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from tat_carnet.ui.coffre.sauvegardes import Sauvegardes
from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.widgets.basics import Button, horizontal, label, set_property, vertical


class BackupLine(QWidget):
    """« Sauvegarde : à jour » ; `see` mène là où l'on sauvegarde."""

    def __init__(
        self, backups: Sauvegardes, clock: Callable[[], datetime], see: Callable[[], None]
    ) -> None:
        super().__init__()
        self._backups, self._clock = backups, clock
        column = vertical(self, gap=E4)
        self.state = label("", "doux")
        column.addWidget(self.state)
        self.see = Button("Voir les sauvegardes", "discret")
        self.see.clicked.connect(lambda: see())
        row = horizontal()
        row.addWidget(self.see)
        row.addStretch(1)
        column.addLayout(row)
        backups.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Relit l'état ; à appeler aussi quand le jour ou la clé ont pu changer."""
        sentence, late = self._backups.describe(self._clock().date())
        self.state.setText(sentence)
        set_property(self.state, "role", "alerte" if late else "doux")
        self.see.setVisible(late)
        self.setVisible(bool(sentence))
