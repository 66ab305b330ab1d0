"""La ligne d'état des sauvegardes : discrète tant que tout va bien, avec un geste sinon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tat_carnet.ui.coffre.sauvegardes import Sauvegardes
from tat_carnet.ui.theme.tokens import CIBLE
from tat_carnet.ui.widgets.basics import Button, label, set_property
from tat_carnet.ui.widgets.flow import Flow


class BackupLine(Flow):
    """« Sauvegarde : à jour » ; `see` mène là où l'on sauvegarde."""

    def __init__(
        self, backups: Sauvegardes, clock: Callable[[], datetime], see: Callable[[], None]
    ) -> None:
        super().__init__()
        self._backups, self._clock = backups, clock
        self.state = label("", "doux", wrap=False)
        self.state.setMinimumHeight(CIBLE)
        self.flow.addWidget(self.state)
        self.see = Button("Voir les sauvegardes", "discret")
        self.see.clicked.connect(lambda: see())
        self.flow.addWidget(self.see)
        backups.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Relit l'état ; à appeler aussi quand le jour ou la clé ont pu changer."""
        sentence, late = self._backups.describe(self._clock().date())
        self.state.setText(sentence)
        set_property(self.state, "role", "alerte" if late else "doux")
        self.see.setVisible(late)
        self.setVisible(bool(sentence))
