"""Ce que la recherche trouve hors des faits, à un clic."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.trouvaille import GenreTrouvaille, Trouvaille
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.widgets.basics import Button, horizontal, label
from tat_carnet.ui.widgets.flow import Flow

GENRES: Final = {
    GenreTrouvaille.site: ("Lieux", "map-pin"),
    GenreTrouvaille.tournee: ("Tournées", "footprints"),
    GenreTrouvaille.situation: ("Situations", "sprout"),
    GenreTrouvaille.echeance: ("Échéances", "clock"),
    GenreTrouvaille.courrier: ("Courriers", "file-text"),
    GenreTrouvaille.reunion: ("Réunions", "users"),
    GenreTrouvaille.decision: ("Décisions", "list-checks"),
    GenreTrouvaille.partenaire: ("Annuaire", "book-open"),
}
"""Le nom et l'icône de chaque genre : un nom de plus est une ligne de plus."""
LONGEST: Final = 46


class TrouvaillesRow(Flow):
    """Un bouton par chose trouvée, sous le nom de son genre. `chosen` la porte."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._shown: list[QWidget] = []
        self.hide()

    def show_trouvailles(self, found: Sequence[Trouvaille]) -> None:
        """Remplace ce qui est montré."""
        for shown in self._shown:
            self.flow.removeWidget(shown)
            shown.deleteLater()
        self.buttons, self._shown = [], []
        for genre, group in groupby(found, lambda trouvaille: trouvaille.genre):
            first, *others = [self._button(trouvaille) for trouvaille in group]
            head = QWidget()  # le nom ne reste pas seul en bout de ligne
            row = horizontal(head, gap=E8)
            row.addWidget(label(f"{GENRES[genre][0]} :", "doux", wrap=False))
            row.addWidget(first)
            for shown in (head, *others):
                self.flow.addWidget(shown)
            self._shown += [head, *others]
            self.buttons += [first, *others]
        self.setVisible(bool(found))

    def _button(self, trouvaille: Trouvaille) -> Button:
        title = " ".join(trouvaille.titre.lire().split()) or trouvaille.precision.lire()
        short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
        button = Button(short, "puce", icon_name=GENRES[trouvaille.genre][1])
        button.setAccessibleName(f"{trouvaille.precision.lire()} : {title}")
        button.setToolTip(f"{trouvaille.precision.lire()} : {title}")
        button.clicked.connect(partial(self.chosen.emit, trouvaille))
        return button
