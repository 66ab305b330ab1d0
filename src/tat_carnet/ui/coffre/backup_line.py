"""La ligne d'état des sauvegardes, quand tout va bien ; en retard, c'est une chose à faire."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from tat_carnet.ui.coffre.sauvegardes import Sauvegardes
from tat_carnet.ui.widgets.basics import label, vertical


class BackupLine(QWidget):
    """« Sauvegarde : à jour », ou rien."""

    def __init__(self, backups: Sauvegardes, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._backups, self._clock = backups, clock
        self.state = label("", "doux")
        vertical(self).addWidget(self.state)
        backups.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Relit l'état ; à appeler aussi quand le jour ou la clé ont pu changer."""
        sentence, late = self._backups.describe(self._clock().date())
        self.state.setText(sentence)
        self.setVisible(bool(sentence) and not late)
