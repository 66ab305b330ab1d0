"""La liste virtuelle des structures : des pages lues à mesure qu'on défile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import FiltreAnnuaire, Partenaire
from tat_carnet.ui.tasks import Tasks
from tat_carnet.usecases.ports import Cahier

PAGE = 100
PARTENAIRE_ROLE = Qt.ItemDataRole.UserRole
A_VERIFIER_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lot:
    """Une page de fiches, et combien il y en a en tout."""

    filtre: FiltreAnnuaire
    depuis: int
    fiches: Sequence[Partenaire]
    total: int


class PartenairesModel(QAbstractListModel):
    """Les fiches d'un filtre. `loaded` porte le total quand la première page est là."""

    loaded = Signal(int)

    def __init__(self, tasks: Tasks, today: date) -> None:
        super().__init__()
        self._tasks, self._today = tasks, today
        self._filtre = FiltreAnnuaire()
        self._fiches: list[Partenaire] = []
        self._total = 0
        self._asking = False

    def search(self, filtre: FiltreAnnuaire) -> None:
        """Change de filtre ; la liste se vide quand la première page arrive."""
        self._filtre = filtre
        self._ask(0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Nombre de fiches déjà lues."""
        return 0 if parent is not None and parent.isValid() else len(self._fiches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """La fiche, si elle est à vérifier, ou la ligne que lit un lecteur d'écran."""
        if not index.isValid():
            return None
        fiche = self._fiches[index.row()]
        if role == PARTENAIRE_ROLE:
            return fiche
        if role == A_VERIFIER_ROLE:
            return fiche.a_verifier(self._today)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            vu = ", à vérifier" if fiche.a_verifier(self._today) else ""
            return f"{fiche.nom}, {libelle(fiche.type)}, {fiche.fonction}{vu}"
        return None

    def canFetchMore(self, _parent: Index) -> bool:
        """Vrai s'il reste des fiches à lire."""
        return not self._asking and len(self._fiches) < self._total

    def fetchMore(self, _parent: Index) -> None:
        """Lit la page suivante."""
        if not self._asking:
            self._ask(len(self._fiches))

    def row_of(self, partenaire_id: str) -> int | None:
        """Le rang d'une fiche déjà lue."""
        return next((r for r, fiche in enumerate(self._fiches) if fiche.id == partenaire_id), None)

    def _ask(self, depuis: int) -> None:
        self._asking = True
        filtre = self._filtre

        def load(cahier: Cahier) -> Lot:
            fiches = cahier.partenaires(filtre, PAGE, depuis)
            total = cahier.count_partenaires(filtre) if depuis == 0 else -1
            return Lot(filtre, depuis, fiches, total)

        self._tasks.query(load, self._receive, self)

    def _receive(self, lot: Lot) -> None:
        if lot.filtre != self._filtre:
            return
        self._asking = False
        if lot.depuis == 0:
            self.beginResetModel()
            self._fiches, self._total = list(lot.fiches), lot.total
            self.endResetModel()
            self.loaded.emit(lot.total)
        elif lot.fiches:
            last = len(self._fiches) + len(lot.fiches) - 1
            self.beginInsertRows(QModelIndex(), len(self._fiches), last)
            self._fiches.extend(lot.fiches)
            self.endInsertRows()
