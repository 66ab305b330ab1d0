"""Verrouillé, rien n'est perdu : un seul champ, rien d'autre."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.coffre.secret_field import SecretField
from tat_carnet.ui.coffre.threshold import Threshold
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, IconLabel, label

Attempt = Callable[[str], None]


class UnlockView(Threshold):
    """La page du seuil. `attempted` porte le secret tapé ; `refuse` dit pourquoi cela n'ouvre pas.

    Une phrase erronée ne change rien : ni délai, ni punition, ni indice.
    """

    attempted = Signal(str)

    def __init__(self, *, returning: bool) -> None:
        super().__init__()
        self.body.addWidget(IconLabel("lock", "accent", 32))
        headline = "Verrouillé, rien n’est perdu" if returning else "Votre cahier est fermé"
        self.headline = label(headline, "titre")
        self.body.addWidget(self.headline)
        self.secret = SecretField("Phrase de passe, ou code de secours")
        self.body.addWidget(label("Phrase de passe, ou code de secours", "fort"))
        self.body.addWidget(self.secret)
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self.button = Button("Ouvrir le cahier", "premier")
        self.button.clicked.connect(self._attempt)
        self.secret.line.returnPressed.connect(self._attempt)
        self.body.addWidget(self.button)
        self.setFocusProxy(self.secret)

    def refuse(self, error: ErreurConnue) -> None:
        """Montre la phrase, garde le champ prêt."""
        self._wait(False)
        self.secret.clear()
        self.banner.tell(error.phrase, "alerte")
        self.secret.setFocus()

    def _attempt(self) -> None:
        if not self.secret.text:
            self.banner.tell("Tapez votre phrase de passe.", "alerte")
            self.secret.setFocus()
            return
        self.banner.hush()
        self._wait(True)
        self.attempted.emit(self.secret.text)

    def _wait(self, waiting: bool) -> None:
        self.button.setEnabled(not waiting)
        self.secret.setEnabled(not waiting)
        self.button.setText("Ouverture…" if waiting else "Ouvrir le cahier")
