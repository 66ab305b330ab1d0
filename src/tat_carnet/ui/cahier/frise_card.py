"""La frise du lieu choisi, et ce qu'elle dit en mots."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QSizePolicy

from tat_carnet.domain.frise import Frise
from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import Card, ElidedLabel
from tat_carnet.ui.widgets.frise import FriseView

LEGEND: Final = "Traits : tournées. Hachures : personne n’est passé. Croix : démenti."


class FriseCard(Card):
    """Cachée tant qu'aucun lieu n'est choisi."""

    def __init__(self) -> None:
        super().__init__()
        self.view = FriseView()
        self.said = ElidedLabel("")
        self.said.setProperty("role", "doux")
        self.said.setToolTip(francais(LEGEND))
        self.view.setToolTip(francais(LEGEND))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body.setContentsMargins(E12, E8, E12, E8)
        self.body.setSpacing(E8)
        self.body.addWidget(self.view)
        self.body.addWidget(self.said)

    def show_frise(self, frise: Frise | None) -> None:
        """Montre une frise, ou s'efface."""
        self.setVisible(frise is not None)
        if frise is not None:
            self.view.show_frise(frise)
            self.said.setText(self.view.summary)
