"""Les fiches qui semblent dire la même chose : fusionner, ou laisser, une paire à la fois."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, horizontal, label, vertical
from tat_carnet.ui.widgets.flow import Flow

SHOWN = 20


class DoublesPanel(Card):
    """`merged` porte la fiche gardée et celle qui s'efface."""

    merged = Signal(object, object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__("Fiches en double")
        self.summary = label("")
        self.rows = vertical(gap=E12)
        close = Button("Fermer")
        close.clicked.connect(self.cancelled)
        self.body.addWidget(self.summary)
        self.body.addLayout(self.rows)
        foot = horizontal()
        foot.addWidget(close)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def show_pairs(self, paires: Sequence[tuple[Partenaire, Partenaire]]) -> None:
        """Montre chaque paire et son bouton."""
        clear_layout(self.rows)
        self.buttons = []
        count = compte(len(paires), "paire", "paires", feminin=True)
        self.summary.setText(
            f"Même structure, même fonction : {count}. Fusionner complète la première fiche et "
            "garde tous les échanges."
            if paires
            else "Aucune fiche n’en répète une autre."
        )
        for gardee, autre in paires[:SHOWN]:
            row = Flow()
            row.flow.addWidget(label(f"{gardee.nom} · {gardee.fonction}", wrap=False))
            button = Button("Fusionner les deux", "discret")
            button.clicked.connect(partial(self._merge, gardee, autre))
            row.flow.addWidget(button)
            self.rows.addWidget(row)
            self.buttons.append(button)

    def _merge(self, gardee: Partenaire, autre: Partenaire, _checked: bool = False) -> None:
        self.merged.emit(gardee, autre)
