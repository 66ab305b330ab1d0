"""Le ruban d'une réquisition : tant que la purge est suspendue, cela se voit partout."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from tat_carnet.ui.conservation.suivi import Suivi
from tat_carnet.ui.theme.tokens import E4, E8, E16
from tat_carnet.ui.typographie import jour
from tat_carnet.ui.widgets.basics import Button, IconLabel, horizontal, label


class Ruban(QFrame):
    """« Purge suspendue depuis le… » et le chemin de son écran."""

    def __init__(self, suivi: Suivi, see: Callable[[], None]) -> None:
        super().__init__()
        self._suivi = suivi
        self._veiled = False
        self.setProperty("role", "demo")
        row = horizontal(self, gap=E8)
        row.setContentsMargins(E16, E4, E16, E4)
        row.addWidget(IconLabel("triangle-alert", "alerte", 16))
        self.text = label("", "alerte", wrap=False)
        row.addWidget(self.text)
        self.see = Button("Voir la réquisition", "discret")
        self.see.clicked.connect(lambda: see())
        row.addWidget(self.see)
        row.addStretch(1)
        self.hide()
        suivi.changed.connect(self._refresh)

    def veil(self, veiled: bool) -> None:
        """En projection, une réunion n'a pas à savoir qu'une demande de la justice est en cours."""
        self._veiled = veiled
        self._refresh()

    def _refresh(self) -> None:
        etat = self._suivi.etat
        suspension = etat.suspension if etat else None
        if suspension is not None:
            since = jour(suspension.depuis.date(), annee=True)
            self.text.setText(f"Réquisition : rien ne s’efface depuis le {since}.")
        self.setVisible(suspension is not None and not self._veiled)
