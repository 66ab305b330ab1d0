"""L'effet d'un courrier : les tournées d'après l'envoi, ce qu'on y a vu, et ce qu'on en dit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import EffetObserve
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import Evolution
from tat_carnet.ui.courriers.mots import grounds
from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.typographie import compte, jour, majuscule
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import (
    Button,
    Card,
    clear_layout,
    horizontal,
    label,
    vertical,
)
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.fait_rows import fait_type
from tat_carnet.ui.widgets.field import Field
from tat_carnet.usecases.courriers.effets import Passage, Suite

NO_PLACE = (
    "Les faits de ce courrier ne sont plus dans le cahier : dites l’effet de mémoire, sans tournée."
)


class EffectForm(Card):
    """Avant, depuis, et un mot. `confirmed` porte le courrier et l'effet."""

    confirmed = Signal(str, object)
    cancelled = Signal()

    def __init__(self, today: date) -> None:
        super().__init__("Ce que la rue montre depuis", "papier")
        self._today, self._courrier_id = today, ""
        self.about = label("", "doux")
        self.before = label("")
        self.since = label("", "fort")
        self.rows = vertical(gap=E4)
        self.boxes: list[tuple[QCheckBox, Passage]] = []
        self.evolution = Chips(list(Evolution), "Depuis, c’est", exclusive=True)
        self.evolution_field = Field("Depuis, c’est", self.evolution)
        self.text = QLineEdit()
        self.text.setPlaceholderText("facultatif, ne sort jamais du cahier")
        self.text.returnPressed.connect(self._confirm)
        self.banner = Banner()
        self.save = Button("Inscrire l’effet", "premier")
        self.save.clicked.connect(self._confirm)
        close = Button("Fermer")
        close.clicked.connect(self.cancelled)
        for line in (self.about, self.before, self.since):
            self.body.addWidget(line)
        self.body.addWidget(self.evolution_field)
        self.body.addWidget(Field("En quelques mots", self.text))
        self.body.addWidget(self.banner)
        row = horizontal()
        row.addWidget(self.save)
        row.addWidget(close)
        row.addStretch(1)
        self.body.addLayout(row)
        self.rounds = Expander("Les tournées, une à une")
        self.rounds.body.addLayout(self.rows)
        self.body.addWidget(self.rounds)

    def prepare(self, courrier_id: str, about: str, suite: Suite) -> None:
        """Les tournées d'après l'envoi de ce courrier, toutes cochées."""
        self._courrier_id = courrier_id
        self.about.setText(about)
        self.before.setText(before(suite) if suite.lieux else NO_PLACE)
        clear_layout(self.rows)
        self.boxes = []
        for passage in suite.passages:
            box = QCheckBox(passage_line(passage))
            box.setChecked(True)
            box.toggled.connect(self._sum_up)
            self.rows.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            self.boxes.append((box, passage))
        self.since.setVisible(bool(suite.lieux))
        self.rounds.setVisible(bool(suite.passages))
        self._sum_up()
        self.evolution.set_value(None)
        self.evolution_field.absolve()
        self.banner.hush()
        self.text.clear()
        self.evolution.button(Evolution.mieux).setFocus()

    def refuse(self, error: ErreurConnue) -> None:
        """Montre ce qui ne va pas, là où c'est."""
        if isinstance(error, SaisieIncomplete) and error.champ == "evolution":
            self.evolution_field.blame(error.phrase)
        else:
            self.banner.tell(error.phrase, "alerte")

    @property
    def effet(self) -> EffetObserve:
        """Ce que dit le formulaire, aujourd'hui."""
        seen = [passage for box, passage in self.boxes if box.isChecked()]
        return EffetObserve(
            self._today,
            TexteBrut(self.text.text().strip()),
            self.evolution.value(),
            tuple(passage.tournee.id for passage in seen if passage.tournee is not None),
            tuple(fait.id for passage in seen for fait in passage.faits),
        )

    def _sum_up(self) -> None:
        effet = self.effet
        self.since.setText(f"Depuis : {grounds(len(effet.tournees), len(effet.faits))}")

    def _confirm(self) -> None:
        self.evolution_field.absolve()
        self.banner.hush()
        self.confirmed.emit(self._courrier_id, self.effet)


def before(suite: Suite) -> str:
    """« Place haute. Avant : 3 faits en 11 tournées, du premier fait cité à l'envoi. »"""
    places = ", ".join(lieu.libelle_public for lieu in suite.lieux)
    faits = compte(suite.faits_avant, "fait", "faits")
    rounds = compte(suite.effort_avant.tournees, "tournée", "tournées", feminin=True)
    return f"{places}. Avant : {faits} pour {rounds}, du premier fait cité à l’envoi."


def passage_line(passage: Passage) -> str:
    """« Dimanche 22 novembre, soirée : rien noté là »."""
    when = majuscule(jour(passage.jour))
    if passage.tournee is not None:
        when += f", {libelle(passage.tournee.plage)}"
    else:
        when += ", hors tournée"
    seen = ", ".join(f"{fait_type(f)} ({libelle(f.attestation)})" for f in passage.faits)
    return f"{when} : {seen or 'rien noté là'}"
