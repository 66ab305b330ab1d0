"""L'écran « Réglages »."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tat_carnet.settings import Apparence
from tat_carnet.ui.context import Context
from tat_carnet.ui.reglages.cle_card import CleCard
from tat_carnet.ui.reglages.dictionnaire_card import DictionnaireCard
from tat_carnet.ui.reglages.entete_card import EnteteCard
from tat_carnet.ui.reglages.masquage_card import MasquageCard
from tat_carnet.ui.reglages.sauvegardes_card import SauvegardesCard
from tat_carnet.ui.reglages.verrou_card import VerrouCard
from tat_carnet.ui.reglages.zone_card import ZoneCard
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.widgets.basics import Button, Card, label
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.page import Page

NOMS = {
    Apparence.systeme: "Comme le système",
    Apparence.claire: "Claire",
    Apparence.sombre: "Sombre",
}


class ReglagesView(Page):
    """L'apparence, le verrouillage, le coffre, et ce que rien ne peut empêcher."""

    def __init__(self, context: Context) -> None:
        super().__init__("Réglages")
        self._context = context
        self._settings = context.settings
        card = Card("Apparence")
        row = Flow()
        self.buttons = {apparence: Button(nom, "puce") for apparence, nom in NOMS.items()}
        for apparence, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, a=apparence: self._choose(a))
            row.flow.addWidget(button)
        card.body.addWidget(row)
        self.body.addWidget(card)
        self.verrou = VerrouCard(context.settings, self._change)
        self.body.addWidget(self.verrou)
        self.entete = EnteteCard(context)
        entete = Expander("En-tête et signature de vos lettres")
        entete.body.addWidget(self.entete)
        self.body.addWidget(entete)
        self.masquage = MasquageCard(context.tasks)
        self.body.addWidget(self.masquage)
        self.dictionnaire = DictionnaireCard(context.tasks)
        self.body.addWidget(self.dictionnaire)
        self.body.addWidget(self._conservation())
        self.zone = ZoneCard(context.tasks)
        self.body.addWidget(self.zone)
        self.sauvegardes: SauvegardesCard | None = None
        self.cle: CleCard | None = None
        self._add_coffre()
        limits = Card("Ce que ce cahier ne peut pas empêcher")
        limits.body.addWidget(
            label(
                "Une machine laissée ouverte, un logiciel espion, une capture d’écran, une feuille "
                "imprimée oubliée : verrouillez en partant, gardez le papier sous clé.",
                "doux",
            )
        )
        more = Flow()
        self.aide = Button("Toute l’aide", "discret", icon_name="info")
        self.aide.clicked.connect(lambda: context.go("aide", "limites"))
        more.flow.addWidget(self.aide)
        limits.body.addWidget(more)
        self.body.addWidget(limits)
        self.body.addStretch(1)
        self._check(current_theme().apparence)

    def arrive(self) -> None:
        """Relit masquage, dictionnaire, en-tête des lettres, zone scolaire, sauvegardes."""
        self.masquage.refresh()
        self.dictionnaire.refresh()
        self.entete.refresh()
        self.zone.refresh()
        if self.sauvegardes is not None:
            self.sauvegardes.refresh()

    def _conservation(self) -> Card:
        card = Card("Conservation")
        text = "Combien de temps le cahier garde chaque chose, ce qui va s’effacer, la réquisition."
        card.body.addWidget(label(text, "doux"))
        self.conservation = Button("Ouvrir la conservation", icon_name="clock")
        self.conservation.clicked.connect(lambda: self._context.go("conservation"))
        row = Flow()
        row.flow.addWidget(self.conservation)
        card.body.addWidget(row)
        return card

    def _add_coffre(self) -> None:
        """La démonstration n'a ni phrase ni sauvegarde : rien à régler."""
        context = self._context
        if context.coffre is None or context.sauvegardes is None:
            card = Card("Coffre")
            text = "La démonstration n’a ni phrase ni sauvegarde : tout disparaît à la fermeture."
            card.body.addWidget(label(text, "doux"))
            self.body.addWidget(card)
            return
        self.sauvegardes = SauvegardesCard(context, context.coffre, context.sauvegardes)
        self.cle = CleCard(context.tasks, context.coffre)
        self.cle.secrets_changed.connect(self.sauvegardes.secrets_changed)
        self.body.addWidget(self.sauvegardes)
        self.body.addWidget(self.cle)

    def _change(self, **changes: Any) -> None:
        self._settings = replace(self._settings, **changes)
        self._context.save_settings(self._settings)

    def _choose(self, apparence: Apparence) -> None:
        current_theme().choose(apparence)
        self._change(apparence=apparence)
        self._check(apparence)

    def _check(self, apparence: Apparence) -> None:
        for code, button in self.buttons.items():
            button.setChecked(code is apparence)
