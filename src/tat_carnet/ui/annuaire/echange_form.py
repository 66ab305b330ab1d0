"""Noter un appel : le jour et le canal sont déjà là, un clic enregistre."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.partenaire import Echange
from tat_carnet.domain.vocabulaire import Canal
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.widgets.basics import Button, Card, horizontal
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.field import Field


class EchangeForm(Card):
    """Le petit formulaire d'un échange ; `confirmed` porte l'échange à écrire."""

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(self, today: date) -> None:
        super().__init__("Noter un échange", "papier")
        self._partenaire_id = ""
        self._today = today
        self.le = date_edit(today)
        self.canal = Chips(list(Canal), "Canal", exclusive=True, required=True)
        self.objet, self.suite = QLineEdit(), QLineEdit()
        self.objet.setPlaceholderText("facultatif, ne sort jamais du cahier")
        self.body.setSpacing(E12)
        self.body.addWidget(Field("Le", self.le))
        self.body.addWidget(Field("Par", self.canal))
        self.body.addWidget(Field("Objet", self.objet))
        self.body.addWidget(Field("Suite", self.suite))
        row = horizontal()
        self.save = Button("Enregistrer l’échange", "premier")
        self.save.clicked.connect(self._confirm)
        for line in (self.objet, self.suite):
            line.returnPressed.connect(self._confirm)
        close = Button("Fermer")
        close.clicked.connect(self.cancelled)
        row.addWidget(self.save)
        row.addWidget(close)
        row.addStretch(1)
        self.body.addLayout(row)

    def prepare(self, partenaire_id: str) -> None:
        """Un appel d'aujourd'hui, prêt à enregistrer."""
        self._partenaire_id = partenaire_id
        self.le.setDate(QDate(self._today))
        self.canal.set_value(Canal.telephone)
        self.objet.clear()
        self.suite.clear()
        self.save.setFocus()

    def _confirm(self) -> None:
        self.confirmed.emit(
            Echange(
                partenaire_id=self._partenaire_id,
                le=python_date(self.le),
                canal=self.canal.value() or Canal.telephone,
                objet=TexteBrut(self.objet.text().strip()),
                suite=TexteBrut(self.suite.text().strip()),
            )
        )
