"""Dire ce qu'est chaque colonne : son titre, ses premières cellules, et le champ qu'elle donne."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from tat_carnet.domain.importation import Champ, Choix, Feuille
from tat_carnet.ui.theme.tokens import E4, E12
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import (
    Card,
    ElidedLabel,
    clear_layout,
    frame,
    horizontal,
    label,
    vertical,
)
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.narrow import narrow
from tat_carnet.usecases.importation.traduire import NOMS

PAS_IMPORTEE: Final = "Ne pas importer"
VUES: Final = 3
COMBO: Final = 220


class ColonnesCard(Card):
    """Une rangée par colonne. `changed` : un choix a changé, le rapport ne vaut plus."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("Ce que disent les colonnes")
        text = (
            "Vérifiez ce qui a été deviné. Tout entre comme brut ; rien n’est jamais « attesté ». "
            "Sans heure, un fait est noté à midi."
        )
        self.body.addWidget(label(text, "doux"))
        self.rows = vertical(gap=E12)
        self.body.addLayout(self.rows)
        self.combos: list[QComboBox] = []
        self.creer = QCheckBox("Créer les lieux que le cahier ne connaît pas")
        self.creer.setChecked(True)
        self.secteur = QLineEdit()
        self.secteur_field = Field("Leur secteur, si aucune colonne ne le dit", self.secteur)
        self.body.addWidget(self.creer)
        self.body.addLayout(narrow(self.secteur_field))
        self.creer.toggled.connect(self.secteur_field.setEnabled)
        self.creer.toggled.connect(self.changed)
        self.secteur.textEdited.connect(self.changed)

    def show_tableau(
        self, tableau: Feuille, devines: Mapping[Champ, int], secteurs: Sequence[str]
    ) -> None:
        """Une rangée par colonne, le champ deviné déjà choisi."""
        clear_layout(self.rows)
        self.combos = []
        fields = {rang: champ for champ, rang in devines.items()}
        for rang, titre in enumerate(tableau.titres):
            line = frame("")
            row = horizontal(line, gap=E12)
            words = vertical(gap=E4)
            title = ElidedLabel(titre or f"Colonne {rang + 1}")
            title.setProperty("role", "fort")
            cells = [ligne[rang] for ligne in tableau.lignes if rang < len(ligne) and ligne[rang]]
            sample = ElidedLabel(" · ".join(cell.replace("\n", " ") for cell in cells[:VUES]))
            sample.setProperty("role", "doux")
            words.addWidget(title)
            words.addWidget(sample)
            row.addLayout(words, 1)
            row.addWidget(self._combo(titre or f"Colonne {rang + 1}", fields.get(rang)))
            self.rows.addWidget(line)
        if secteurs and not self.secteur.text():
            self.secteur.setText(secteurs[0])

    def choix(self) -> Choix:
        """Ce qui est choisi ; de deux colonnes au même champ, la première compte."""
        chosen: dict[Champ, int] = {}
        for rang, combo in enumerate(self.combos):
            champ = combo.currentIndex() - 1
            if champ >= 0:
                chosen.setdefault(_CHAMPS[champ], rang)
        return Choix(chosen, self.secteur.text(), self.creer.isChecked())

    def _combo(self, titre: str, champ: Champ | None) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(francais(f"Champ de la colonne {titre}"))
        combo.setFixedWidth(COMBO)
        combo.addItem(PAS_IMPORTEE)
        for code in _CHAMPS:
            combo.addItem(NOMS[code])
        combo.setCurrentIndex(0 if champ is None else _CHAMPS.index(champ) + 1)
        combo.currentIndexChanged.connect(self.changed)
        self.combos.append(combo)
        return combo


_CHAMPS: Final = tuple(Champ)
