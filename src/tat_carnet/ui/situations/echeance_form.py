"""Poser une échéance : quoi, quand, combien de jours d'avance."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.vocabulaire import GenreEcheance
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.widgets.basics import Button, Card, horizontal
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.numbers import number_edit

RAPPEL = 7
AVANCE_AU_PLUS = 90


class EcheanceForm(Card):
    """`confirmed` porte l'échéance, sans situation : à qui écoute de la lui donner."""

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(self, today: date) -> None:
        super().__init__("Nouvelle échéance")
        self.genre = Chips(list(GenreEcheance), "Échéance", exclusive=True, required=True)
        self.quoi = QLineEdit()
        self.quoi.setPlaceholderText("quelques mots, sans nom ni lieu")
        self.quoi_field = Field("Précision", self.quoi, "reste dans ce cahier")
        self.jour = date_edit(today)
        self.rappel = number_edit(AVANCE_AU_PLUS, "le jour même")
        self.rappel.setSuffix(" jours avant")
        self.annuelle = QCheckBox("Revient chaque année")
        self.save = Button("Ajouter l’échéance", "premier")
        self.cancel = Button("Fermer")
        self.body.addWidget(self.genre)
        self.body.addWidget(self.quoi_field)
        row = horizontal(gap=E12)
        row.addWidget(Field("Jour", self.jour))
        row.addWidget(Field("Rappel", self.rappel))
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.annuelle)
        foot = horizontal()
        foot.addWidget(self.save)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.save.clicked.connect(self._confirm)
        self.quoi.returnPressed.connect(self._confirm)
        self.cancel.clicked.connect(self.cancelled)
        self.genre.changed.connect(self._suggest)

    def prepare(self) -> None:
        """Repart d'un formulaire vierge."""
        self.genre.set_value(GenreEcheance.rendez_vous)
        self.quoi.clear()
        self.rappel.setValue(RAPPEL)
        self.annuelle.setChecked(False)
        self.quoi_field.absolve()
        self.genre.button(GenreEcheance.rendez_vous).setFocus()

    def _suggest(self) -> None:
        """Un anniversaire revient ; le reste, non."""
        self.annuelle.setChecked(self.genre.value() is GenreEcheance.anniversaire_drame)

    def _confirm(self) -> None:
        self.quoi_field.absolve()
        echeance = Echeance(
            python_date(self.jour),
            self.genre.value() or GenreEcheance.autre,
            TexteBrut(self.quoi.text().strip()),
            annuelle=self.annuelle.isChecked(),
            rappel=self.rappel.value(),
        )
        try:
            self.confirmed.emit(echeance.verified())
        except SaisieIncomplete as error:
            self.quoi_field.blame(error.phrase)
