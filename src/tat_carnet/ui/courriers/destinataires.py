"""À qui : trois propositions et leur raison, ou n'importe quelle structure ; puis les copies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.competence import Proposition
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.ui.theme.tokens import CIBLE, E4, E8, FAMILLE_POLICE, TEXTE
from tat_carnet.ui.widgets.basics import Button, clear_layout, label, vertical
from tat_carnet.ui.widgets.filter_choice import FilterChoice, Option
from tat_carnet.ui.widgets.flow import Flow

PADDING = 30


class RecipientChoice(QWidget):
    """Le destinataire ; le premier proposé est déjà choisi."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Destinataire")
        self._chosen: str | None = None
        self._touched = False
        self.buttons: dict[str, Button] = {}
        column = vertical(self, gap=E8)
        self._rows = vertical(gap=E4)
        column.addLayout(self._rows)
        self.other = FilterChoice("Une autre structure", "Une autre structure de l’annuaire")
        self.other.chosen.connect(self.choose)
        column.addWidget(self.other)
        self.setFocusProxy(self.other)

    @property
    def chosen(self) -> str | None:
        """L'identifiant de la structure choisie."""
        return self._chosen

    def offer(self, propositions: Sequence[Proposition], annuaire: Sequence[Partenaire]) -> None:
        """Change l'annuaire et les propositions ; la première est choisie."""
        self.other.set_options(options(annuaire))
        self._touched = False
        self.propose(propositions)

    def propose(self, propositions: Sequence[Proposition]) -> None:
        """Change les propositions ; la première est choisie, sauf si la personne a choisi."""
        clear_layout(self._rows)
        self.buttons = {}
        for proposition in propositions:
            fiche = proposition.partenaire
            button = chip(fiche.nom)
            button.setAccessibleName(f"Destinataire : {fiche.nom}, {proposition.raison}")
            button.clicked.connect(partial(self.choose, fiche.id))
            line = Flow()
            line.flow.addWidget(button)
            reason = label(proposition.raison, "doux", wrap=False)
            reason.setMinimumHeight(CIBLE)
            line.flow.addWidget(reason)
            self._rows.addWidget(line)
            self.buttons[fiche.id] = button
        first = propositions[0].partenaire.id if propositions else None
        self._mark(self._chosen if self._touched else first)

    def choose(self, key: str | None, _checked: bool = False) -> None:
        """Choisit une structure, proposée ou non ; les propositions ne le changeront plus."""
        self._touched = True
        self._mark(key)

    def _mark(self, key: str | None) -> None:
        self._chosen = key
        for other, button in self.buttons.items():
            button.setChecked(other == key)
        self.other.choose(None if key in self.buttons else key)


class CopiesChoice(QWidget):
    """Les copies : celles que le modèle propose, et celles qu'on ajoute."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Copies")
        self._names: dict[str, str] = {}
        self.buttons: dict[str, Button] = {}
        column = vertical(self, gap=E8)
        self._flow = Flow()
        column.addWidget(self._flow)
        self.add = FilterChoice("Ajouter une copie", "Ajouter une copie")
        self.add.chosen.connect(self._add)
        column.addWidget(self.add)
        self.setFocusProxy(self.add)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Les identifiants cochés."""
        return tuple(key for key, button in self.buttons.items() if button.isChecked())

    def offer(self, copies: Sequence[str], annuaire: Sequence[Partenaire]) -> None:
        """Change l'annuaire ; `copies` sont cochées."""
        self._names = {fiche.id: fiche.nom for fiche in annuaire}
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        self.add.set_options(options(annuaire))
        for key in copies:
            if key in self._names:
                self._add(key)

    def _add(self, key: str) -> None:
        if key not in self.buttons:
            button = chip(self._names[key])
            self._flow.flow.addWidget(button)
            self.buttons[key] = button
        self.buttons[key].setChecked(True)
        self.add.choose(None)
        self._flow.updateGeometry()


def chip(text: str) -> Button:
    """Une puce à cocher, assez large pour son texte en gras : coché, il ne se coupe pas."""
    button = Button(text, "puce")
    button.setCheckable(True)
    font = QFont(FAMILLE_POLICE)
    font.setPixelSize(TEXTE)
    font.setWeight(QFont.Weight.DemiBold)
    button.setMinimumWidth(QFontMetrics(font).horizontalAdvance(button.text()) + PADDING)
    return button


def options(annuaire: Sequence[Partenaire]) -> list[Option]:
    """Les structures, telles qu'on les cherche."""
    return [Option(fiche.id, fiche.nom, fiche.fonction, libelle(fiche.type)) for fiche in annuaire]
