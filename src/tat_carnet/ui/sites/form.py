"""Créer ou corriger un lieu : tous ses champs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Site
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.vocabulaire import Maille, TypeSite
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.widgets.basics import Button, Card, frame, horizontal, vertical
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.numbers import number_edit


def secteur_box() -> QComboBox:
    """Un secteur à taper, ceux que l'on connaît à portée : une faute de frappe en ferait deux."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setAccessibleName("Secteur")
    return box


class SiteEditor(Card):
    """`confirmed` porte le site tel que tapé ; `cancelled` rend la main."""

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._site = Site("", "")
        self.nom = QLineEdit()
        self.nom_field = Field("Nom public", self.nom, "celui que tout le monde emploie")
        self.secteur = secteur_box()
        self.secteur_field = Field("Secteur", self.secteur)
        self.type = Chips(list(TypeSite), "Nature du lieu", exclusive=True, required=True)
        self.maille = Chips(list(Maille), "Maille", exclusive=True, required=True)
        self.ilot = QLineEdit()
        self.logements = number_edit(2000, "je ne sais pas")
        self.bailleur = QComboBox()
        self.bailleur.setAccessibleName("Bailleur")
        self.usage = QLineEdit()
        self.usage.setPlaceholderText("ne sort jamais du cahier")
        self.save = Button("Enregistrer", "premier", shortcut="Ctrl+Return", hint="Ctrl+↵")
        self.cancel = Button("Fermer")
        self._lay_out()
        self.type.changed.connect(self._show_hall)
        self.save.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.cancelled)
        for line in (self.nom, self.ilot, self.usage):
            line.returnPressed.connect(self._confirm)

    def prepare(self, site: Site, secteurs: Sequence[str], bailleurs: Sequence[Partenaire]) -> None:
        """Remplit d'un site, neuf ou connu ; `bailleurs` : ceux de l'annuaire."""
        self._site = site
        self.nom.setText(site.libelle_public)
        self.secteur.clear()
        self.secteur.addItems(list(secteurs))
        self.secteur.setEditText(site.secteur)
        self.type.set_value(site.type)
        self.maille.set_value(site.maille)
        self.ilot.setText(site.ilot)
        self.logements.setValue(site.logements_approx or 0)
        self.bailleur.clear()
        self.bailleur.addItem("Aucun, ou je ne sais pas", None)
        for structure in bailleurs:
            self.bailleur.addItem(structure.nom, structure.id)
        self.bailleur.setCurrentIndex(max(0, self.bailleur.findData(site.bailleur_id)))
        self.usage.setText(site.nom_usage.lire())
        self.nom_field.absolve()
        self.secteur_field.absolve()
        self._show_hall()
        self.nom.setFocus()

    def blame(self, error: SaisieIncomplete) -> None:
        """Dit ce qui ne va pas sous le champ qui ne va pas."""
        field = self.secteur_field if error.champ == "secteur" else self.nom_field
        field.blame(error.phrase)

    def read(self) -> Site:
        """Le site tel que tapé."""
        return replace(
            self._site,
            libelle_public=self.nom.text(),
            secteur=self.secteur.currentText(),
            type=self.type.value() or TypeSite.autre,
            maille=self.maille.value() or Maille.lieu,
            ilot=self.ilot.text().strip(),
            logements_approx=self.logements.value() or None,
            bailleur_id=self.bailleur.currentData(),
            nom_usage=TexteBrut(self.usage.text().strip()),
        )

    def _lay_out(self) -> None:
        self.logements_field = Field(
            "Logements, à peu près",
            self.logements,
            "sous dix, ou sans réponse, le hall sort sous le nom de l’îlot",
        )
        for field in (
            self.nom_field,
            self.secteur_field,
            Field("Nature du lieu", self.type),
            Field("Maille", self.maille, "un lieu précis, un îlot de lieux, un quartier entier"),
            Field("Îlot", self.ilot, "le nom public plus large qui peut sortir à sa place"),
            self.logements_field,
            Field("Bailleur", self.bailleur, "une structure de l’annuaire, proposée aux courriers"),
        ):
            self.body.addWidget(field)
        paper = frame("papier")
        column = vertical(paper, margin=E12)
        column.addWidget(Field("Nom d’usage, entre nous", self.usage))
        self.body.addWidget(paper)
        row = horizontal()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _show_hall(self) -> None:
        self.logements_field.setVisible(self.type.value() is TypeSite.hall)

    def _confirm(self) -> None:
        self.nom_field.absolve()
        self.secteur_field.absolve()
        try:
            self.confirmed.emit(self.read().verified())
        except SaisieIncomplete as error:
            self.blame(error)
