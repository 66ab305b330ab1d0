"""Réunir deux lieux qui n'en font qu'un : dire d'abord ce qui va où."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from tat_carnet.domain.fait import Site
from tat_carnet.ui.sites.model import describe
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.filter_choice import FilterChoice, Option


class MergeForm(Card):
    """`confirmed` porte le lieu gardé et le doublon qui s'efface."""

    confirmed = Signal(object, object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__("Réunir avec un doublon")
        self._garde: Site | None = None
        self._sites: dict[str, Site] = {}
        self.choice = FilterChoice("Doublon", "Quelques lettres de l’autre nom")
        self.choice_field = Field("Le même lieu, noté sous un autre nom", self.choice)
        self.effect = label("", "doux")
        self.confirm = Button("Réunir les deux", "premier")
        self.cancel = Button("Fermer")
        self.body.addWidget(self.choice_field)
        self.body.addWidget(self.effect)
        row = horizontal()
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.choice.chosen.connect(self._choose)
        self.confirm.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.cancelled)

    def prepare(self, garde: Site, sites: Sequence[Site]) -> None:
        """Propose les autres lieux, ceux du même secteur d'abord."""
        self._garde = garde
        others = [site for site in sites if site.id != garde.id]
        others.sort(key=lambda site: site.secteur != garde.secteur)
        self._sites = {site.id: site for site in others}
        self.choice.set_options(
            [Option(s.id, s.libelle_public, s.secteur, s.nom_usage.lire()) for s in others]
        )
        self.choice.choose(None)
        self.choice_field.absolve()
        self.effect.setText(f"« {garde.libelle_public} » garde son nom ; l’autre s’efface.")
        self.choice.setFocus()

    def _choose(self, key: str) -> None:
        assert self._garde is not None
        self.choice_field.absolve()
        self.effect.setText(
            f"Tous les faits de « {describe(self._sites[key])} » iront à "
            f"« {self._garde.libelle_public} ». On pourra revenir en arrière juste après."
        )
        self.confirm.setFocus()

    def _confirm(self) -> None:
        if self.choice.key is None:
            self.choice_field.blame("Choisissez l’autre lieu.")
            return
        self.confirmed.emit(self._garde, self._sites[self.choice.key])
