"""Les filtres : lieu, famille, degré, période ; ils se cumulent avec les mots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tat_carnet.domain.fait import Site
from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.recherche import natural
from tat_carnet.domain.vocabulaire import (
    TYPES_PAR_FAMILLE,
    Attestation,
    Famille,
    Gravite,
    Theme,
    TypeFait,
)
from tat_carnet.ui.theme.tokens import E8, E24
from tat_carnet.ui.typographie import francais, majuscule
from tat_carnet.ui.widgets.basics import Button
from tat_carnet.ui.widgets.flow import FlowLayout

PERIODES: Final[dict[str, int]] = {
    "7 derniers jours": 7,
    "30 derniers jours": 30,
    "3 derniers mois": 91,
    "12 derniers mois": 365,
}
SIGNES: Final = 12
"""Ce qu'une liste fermée montre au moins."""


class CodeCombo(QComboBox):
    """Une liste déroulante de codes.

    Qt rendrait une énumération comme un simple texte : les codes sont gardés à côté. Fermée, elle
    reste courte, pour que la rangée tienne ; ouverte, elle montre ses lignes entières.
    """

    def __init__(self, name: str, everything: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SIGNES)
        self.currentTextChanged.connect(self.setToolTip)
        self._codes: list[Any] = []
        self.add(everything, None)

    def showPopup(self) -> None:
        """S'ouvre aussi large que sa plus longue ligne."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + E24)
        super().showPopup()

    @property
    def code(self) -> Any:
        """Le code choisi ; `None` pour « tous »."""
        return self._codes[self.currentIndex()]

    def add(self, text: str, code: Any) -> None:
        """Ajoute une ligne."""
        self._codes.append(code)
        self.addItem(francais(text))

    def choose(self, code: Any) -> None:
        """Choisit la ligne de ce code, ou « tous » s'il n'y est pas."""
        self.setCurrentIndex(self._codes.index(code) if code in self._codes else 0)

    def refill(self, lines: Iterable[tuple[str, Any]]) -> None:
        """Change les lignes sous « tous », garde le choix fait, n'annonce rien."""
        chosen, everything = self.code, self.itemText(0)
        self.blockSignals(True)
        self.clear()
        self._codes.clear()
        self.add(everything, None)
        for text, code in lines:
            self.add(text, code)
        self.choose(chosen)
        self.blockSignals(False)


class Filters(QWidget):
    """Une rangée de listes. `changed` part à chaque choix ; `apply` complète un filtre."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        row = FlowLayout(self, gap=E8)
        self.site = CodeCombo("Lieu", "Tous les lieux")
        self.type = CodeCombo("Type de fait", "Tous les types")
        for famille in Famille:
            self.type.add(libelle(famille), famille)
            for code in TYPES_PAR_FAMILLE[famille]:
                if famille is not Famille.autre:
                    self.type.add(f"    {libelle(code)}", code)
        self.attestation = CodeCombo("Degré d’attestation", "Tous les degrés")
        for degree in Attestation:
            self.attestation.add(majuscule(libelle(degree)), degree)
        self.theme = CodeCombo("Thème", "Tous les thèmes")
        for theme in Theme:
            self.theme.add(majuscule(libelle(theme)), theme)
        self.gravite = CodeCombo("Gravité", "Toute gravité")
        for gravite in Gravite:
            self.gravite.add(majuscule(libelle(gravite)), gravite)
        self.relu = CodeCombo("Relecture", "Relus ou non")
        self.relu.add("À relire", False)
        self.relu.add("Relus", True)
        self.periode = CodeCombo("Période", "Toute période")
        for name, days in PERIODES.items():
            self.periode.add(name, days)
        self.more = Button("Plus de filtres", "discret", icon_name="list-filter")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._unfold)
        for combo in (self.site, self.type, self.periode):
            row.addWidget(combo)
        row.addWidget(self.more)
        for combo in self._folded():
            row.addWidget(combo)
            combo.hide()
        for combo in self._combos():
            combo.currentIndexChanged.connect(self.changed)

    def _folded(self) -> tuple[CodeCombo, ...]:
        return self.attestation, self.theme, self.gravite, self.relu

    def _unfold(self, unfolded: bool) -> None:
        """Montre les filtres pliés ; l'un d'eux choisi, il reste en vue."""
        for combo in self._folded():
            combo.setVisible(unfolded or combo.code is not None)
        self.updateGeometry()

    def set_sites(self, sites: Sequence[Site]) -> None:
        """Change les lieux proposés, garde le choix fait."""
        by_name = sorted(sites, key=lambda site: natural(site.libelle_public))
        self.site.refill((site.libelle_public, site.id) for site in by_name)

    def clear(self) -> None:
        """Lève tous les filtres."""
        for combo in self._combos():
            combo.setCurrentIndex(0)
        self._unfold(self.more.isChecked())

    @property
    def vide(self) -> bool:
        """Vrai si rien n'est choisi."""
        return self.apply(Filtre()) == Filtre()

    def apply(self, filtre: Filtre) -> Filtre:
        """Le filtre, complété de ces choix."""
        code, days = self.type.code, self.periode.code
        return replace(
            filtre,
            site_id=self.site.code,
            famille=code if isinstance(code, Famille) else None,
            type=code if isinstance(code, TypeFait) else None,
            attestation=self.attestation.code,
            theme=self.theme.code,
            gravite=self.gravite.code,
            relu=self.relu.code,
            du=self._today - timedelta(days=days) if days else None,
        )

    def _combos(self) -> tuple[CodeCombo, ...]:
        return (
            self.site,
            self.type,
            self.attestation,
            self.theme,
            self.gravite,
            self.relu,
            self.periode,
        )

    def garder(self, nom: str, texte: str) -> FiltreGarde:
        """Ces choix, sous un nom ; la période reste glissante."""
        filtre = replace(self.apply(Filtre(texte=texte)), du=None)
        return FiltreGarde(nom, filtre, self.periode.code)

    def show_garde(self, garde: FiltreGarde) -> None:
        """Reprend des choix gardés, sans les annoncer un à un."""
        filtre = garde.filtre
        chosen = {
            self.site: filtre.site_id,
            self.type: filtre.type or filtre.famille,
            self.attestation: filtre.attestation,
            self.theme: filtre.theme,
            self.gravite: filtre.gravite,
            self.relu: filtre.relu,
            self.periode: garde.jours,
        }
        for combo, code in chosen.items():
            combo.blockSignals(True)
            combo.choose(code)
            combo.blockSignals(False)
        self._unfold(self.more.isChecked())
        self.changed.emit()
