"""Ce que la recherche trouve hors des faits, à un clic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal

from tat_carnet.domain.trouvaille import GenreTrouvaille, Trouvaille
from tat_carnet.ui.widgets.basics import Button, label
from tat_carnet.ui.widgets.flow import Flow

GENRES: Final = {
    GenreTrouvaille.site: "map-pin",
    GenreTrouvaille.tournee: "footprints",
}
"""L'icône de chaque genre : un nom de plus est une ligne de plus."""
LONGEST: Final = 46


class TrouvaillesRow(Flow):
    """« Aussi : » et un bouton par chose trouvée. `chosen` la porte."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.flow.addWidget(label("Aussi :", "doux", wrap=False))
        self.buttons: list[Button] = []
        self.hide()

    def show_trouvailles(self, found: Sequence[Trouvaille]) -> None:
        """Remplace ce qui est montré."""
        for button in self.buttons:
            self.flow.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(trouvaille) for trouvaille in found]
        self.setVisible(bool(found))

    def _button(self, trouvaille: Trouvaille) -> Button:
        title = " ".join(trouvaille.titre.lire().split()) or trouvaille.precision.lire()
        short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
        button = Button(short, "puce", icon_name=GENRES[trouvaille.genre])
        button.setAccessibleName(f"{trouvaille.precision.lire()} : {title}")
        button.setToolTip(f"{trouvaille.precision.lire()} : {title}")
        button.clicked.connect(partial(self.chosen.emit, trouvaille))
        self.flow.addWidget(button)
        return button
