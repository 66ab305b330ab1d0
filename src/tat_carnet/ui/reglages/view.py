"""L'écran « Réglages »."""

from __future__ import annotations

from dataclasses import replace

from tat_carnet.settings import Apparence
from tat_carnet.ui.context import Context
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.widgets.basics import Button, Card, label
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.page import Page

NOMS = {
    Apparence.systeme: "Comme le système",
    Apparence.claire: "Claire",
    Apparence.sombre: "Sombre",
}


class ReglagesView(Page):
    """L'apparence, et ce que cette version protège."""

    def __init__(self, context: Context) -> None:
        super().__init__("Réglages")
        self._context = context
        card = Card("Apparence")
        row = Flow()
        self.buttons = {apparence: Button(nom, "puce") for apparence, nom in NOMS.items()}
        for apparence, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, a=apparence: self._choose(a))
            row.flow.addWidget(button)
        card.body.addWidget(row)
        self.body.addWidget(card)
        limits = Card("Ce que ce cahier ne peut pas empêcher")
        limits.body.addWidget(
            label(
                "Une machine laissée ouverte, un logiciel espion, une capture d’écran, une feuille "
                "imprimée oubliée : verrouillez en partant, gardez le papier sous clé.",
                "doux",
            )
        )
        self.body.addWidget(limits)
        self.body.addStretch(1)
        self._check(current_theme().apparence)

    def _choose(self, apparence: Apparence) -> None:
        current_theme().choose(apparence)
        self._context.save_settings(replace(self._context.settings, apparence=apparence))
        self._check(apparence)

    def _check(self, apparence: Apparence) -> None:
        for code, button in self.buttons.items():
            button.setChecked(code is apparence)
