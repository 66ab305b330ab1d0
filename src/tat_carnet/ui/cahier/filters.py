"""Les filtres : lieu, famille, degré, période ; ils se cumulent avec les mots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tat_carnet.domain.fait import Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.vocabulaire import TYPES_PAR_FAMILLE, Attestation, Famille, TypeFait
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import majuscule
from tat_carnet.ui.widgets.flow import FlowLayout

PERIODES: Final[dict[str, int | None]] = {
    "Toute période": None,
    "7 derniers jours": 7,
    "30 derniers jours": 30,
    "3 derniers mois": 91,
    "12 derniers mois": 365,
}


class Filters(QWidget):
    """Une rangée de listes. `changed` part à chaque choix ; `apply` complète un filtre."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        row = FlowLayout(self, gap=E8)
        self.site = _combo("Lieu", "Tous les lieux")
        self.type = _combo("Type de fait", "Tous les types")
        for famille in Famille:
            self.type.addItem(libelle(famille), famille)
            for code in TYPES_PAR_FAMILLE[famille]:
                if famille is not Famille.autre:
                    self.type.addItem(f"    {libelle(code)}", code)
        self.attestation = _combo("Degré d’attestation", "Tous les degrés")
        for degree in Attestation:
            self.attestation.addItem(majuscule(libelle(degree)), degree)
        self.periode = QComboBox()
        self.periode.setAccessibleName("Période")
        for name, days in PERIODES.items():
            self.periode.addItem(name, days)
        for combo in (self.site, self.type, self.attestation, self.periode):
            combo.currentIndexChanged.connect(self.changed)
            row.addWidget(combo)

    def set_sites(self, sites: Sequence[Site]) -> None:
        """Change les lieux proposés, garde le choix fait."""
        chosen = self.site.currentData()
        self.site.blockSignals(True)
        self.site.clear()
        self.site.addItem("Tous les lieux", None)
        for site in sorted(sites, key=lambda s: s.libelle_public):
            self.site.addItem(site.libelle_public, site.id)
        self.site.setCurrentIndex(max(0, self.site.findData(chosen)))
        self.site.blockSignals(False)

    def clear(self) -> None:
        """Lève tous les filtres."""
        for combo in (self.site, self.type, self.attestation, self.periode):
            combo.setCurrentIndex(0)

    def apply(self, filtre: Filtre) -> Filtre:
        """Le filtre, complété de ces choix."""
        code: StrEnum | None = self.type.currentData()
        days: int | None = self.periode.currentData()
        return replace(
            filtre,
            site_id=self.site.currentData(),
            famille=code if isinstance(code, Famille) else None,
            type=code if isinstance(code, TypeFait) else None,
            attestation=self.attestation.currentData(),
            du=self._today - timedelta(days=days) if days else None,
        )


def _combo(name: str, everything: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.addItem(everything, None)
    return combo
