"""Ajouter un lieu en chemin, sans quitter ce qu'on écrit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Site
from tat_carnet.domain.vocabulaire import TypeSite
from tat_carnet.ui.widgets.basics import Button, Card, horizontal
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.numbers import number_edit


class SiteForm(Card):
    """Le nom public, le secteur, la nature. `confirmed` porte le site à écrire."""

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__("Nouveau lieu")
        self.nom = QLineEdit()
        self.nom_field = Field("Nom public", self.nom, "celui que tout le monde emploie")
        self.secteur = QLineEdit()
        self.secteur_field = Field("Secteur", self.secteur)
        self.type = Chips(list(TypeSite), "Nature du lieu", exclusive=True)
        self.logements = number_edit(2000, "je ne sais pas")
        self.logements_field = Field(
            "Logements, à peu près",
            self.logements,
            "sous dix, ou sans réponse, le hall sort sous le nom de l’îlot",
        )
        self.ilot = QLineEdit()
        self.ilot_field = Field("Îlot", self.ilot, "le nom public plus large qui peut sortir")
        self.type.changed.connect(self._show_hall)
        for field in (self.nom_field, self.secteur_field, Field("Nature du lieu", self.type)):
            self.body.addWidget(field)
        self.body.addWidget(self.logements_field)
        self.body.addWidget(self.ilot_field)
        row = horizontal()
        self.add = Button("Ajouter ce lieu", "premier")
        self.add.clicked.connect(self._confirm)
        for line in (self.nom, self.secteur, self.ilot):
            line.returnPressed.connect(self._confirm)
        cancel = Button("Fermer")
        cancel.clicked.connect(self.cancelled)
        row.addWidget(self.add)
        row.addWidget(cancel)
        row.addStretch(1)
        self.body.addLayout(row)

    def prepare(self, nom: str, secteur: str) -> None:
        """Remplit d'avance le nom tapé et le secteur de la tournée."""
        self.nom.setText(nom)
        self.secteur.setText(secteur)
        self.type.set_values([])
        self.logements.setValue(0)
        self.ilot.clear()
        self._show_hall()
        (self.add if secteur else self.secteur).setFocus()

    def _show_hall(self) -> None:
        hall = self.type.value() is TypeSite.hall
        self.logements_field.setVisible(hall)
        self.ilot_field.setVisible(hall)

    def _confirm(self) -> None:
        site = Site(
            libelle_public=self.nom.text(),
            secteur=self.secteur.text(),
            type=self.type.value() or TypeSite.autre,
            ilot=self.ilot.text(),
            logements_approx=self.logements.value() or None,
        )
        self.nom_field.absolve()
        self.secteur_field.absolve()
        try:
            self.confirmed.emit(site.verified())
        except SaisieIncomplete as error:
            field = self.secteur_field if error.champ == "secteur" else self.nom_field
            field.blame(error.phrase)
