"""Changer le degré d'un fait : lequel, pourquoi, et ce que ce degré exige."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.domain.attestation import EN_REUNION, ChangementAttestation
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Attestation, NatureSource
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import jour
from tat_carnet.ui.widgets.basics import Button, clear_layout, horizontal, label, vertical
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field


class DegreForm(Expander):
    """L'histoire d'un fait et de quoi l'écrire. `confirmed` porte degré, motif, réunion, sources.

    Rien ne change sans motif ; une rumeur démentie reste lisible.
    """

    confirmed = Signal(object, object, object, object)

    def __init__(self) -> None:
        super().__init__("Changer le degré")
        today = date(2000, 1, 1)
        self.history = vertical(gap=4)
        self.degre = Chips(list(Attestation), "Nouveau degré", exclusive=True)
        self.motif = QLineEdit()
        self.motif.setPlaceholderText("le gardien le confirme, vérifié sur place…")
        self.sources = Chips(list(NatureSource), "Sources")
        self.reunion = date_edit(today)
        self.degre_field = Field("Nouveau degré", self.degre)
        self.motif_field = Field("Pourquoi", self.motif, "reste dans le cahier, avec la date")
        self.sources_field = Field("Sources, de natures différentes", self.sources)
        self.reunion_field = Field("Réunion qui en a décidé", self.reunion)
        self.save = Button("Changer le degré", "premier")
        self._fields = {
            "attestation": self.degre_field,
            "motif": self.motif_field,
            "natures_source": self.sources_field,
            "reunion_le": self.reunion_field,
        }
        box = QWidget()
        box.setLayout(self.history)
        self._past = box
        self.layout().insertWidget(0, box)  # type: ignore[union-attr]
        for field in self._fields.values():
            self.body.addWidget(field)
        row = horizontal(gap=E8)
        row.addWidget(self.save)
        row.addStretch(1)
        self.body.addLayout(row)
        self.degre.changed.connect(self._follow)
        self.save.clicked.connect(self._confirm)
        self.motif.returnPressed.connect(self._confirm)

    def show_fait(self, fait: Fait, today: date) -> None:
        """Prépare le changement d'un fait ; son histoire arrive après."""
        self.toggle.setChecked(False)
        self.degre.set_values([])
        self.motif.clear()
        self.sources.set_values(fait.natures_source)
        self.reunion.setDate(QDate(today))
        self.show_history(())
        self._follow()
        for field in self._fields.values():
            field.absolve()

    def show_history(self, changements: Sequence[ChangementAttestation]) -> None:
        """Dit chaque passage : « observé → infirmé, 3 mars, en réunion : vérifié »."""
        clear_layout(self.history)
        for changement in changements:
            meeting = f", réunion du {jour(changement.reunion_le)}" if changement.reunion_le else ""
            motif = f" : {changement.motif.lire()}" if changement.motif else ""
            text = (
                f"{libelle(changement.ancien)} → {libelle(changement.nouveau)}, "
                f"{jour(changement.le.date(), annee=True)}{meeting}{motif}"
            )
            self.history.addWidget(label(text, "doux"))
        self._past.setVisible(bool(changements))

    def blame(self, error: SaisieIncomplete) -> None:
        """Dit ce qui manque sous son champ."""
        field = self._fields[error.champ]
        field.show()
        field.blame(error.phrase)

    def _follow(self) -> None:
        degre = self.degre.value()
        self.sources_field.setVisible(degre is Attestation.recoupe)
        self.reunion_field.setVisible(degre in EN_REUNION)

    def _confirm(self) -> None:
        for field in self._fields.values():
            field.absolve()
        degre = self.degre.value()
        if degre is None:
            self.degre_field.blame("Choisissez le nouveau degré.")
            return
        self.confirmed.emit(
            degre,
            TexteBrut(self.motif.text()),
            python_date(self.reunion) if degre in EN_REUNION else None,
            self.sources.values() if degre is Attestation.recoupe else None,
        )
