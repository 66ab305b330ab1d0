"""La liste virtuelle des faits : des pages lues à mesure qu'on défile, jamais tout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.widgets.fait_rows import fait_type, fait_when
from tat_carnet.usecases.ports import Cahier

PAGE = 100
FAIT_ROLE = Qt.ItemDataRole.UserRole
SITE_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lot:
    """Une page de faits, et combien il y en a en tout."""

    filtre: Filtre
    depuis: int
    faits: Sequence[Fait]
    total: int
    sites: dict[str, Site]


class FaitsModel(QAbstractListModel):
    """Les faits d'un filtre. `loaded` porte le total quand la première page est là."""

    loaded = Signal(int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._filtre = Filtre()
        self._faits: list[Fait] = []
        self._sites: dict[str, Site] = {}
        self._total = 0
        self._asking = False

    def search(self, filtre: Filtre) -> None:
        """Change de filtre ; la liste se vide quand la première page arrive."""
        self._filtre = filtre
        self._ask(0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Nombre de faits déjà lus."""
        return 0 if parent is not None and parent.isValid() else len(self._faits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Le fait, son site, ou la ligne que lit un lecteur d'écran."""
        if not index.isValid():
            return None
        fait = self._faits[index.row()]
        site = self._sites.get(fait.site_id or "")
        if role == FAIT_ROLE:
            return fait
        if role == SITE_ROLE:
            return site
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _line(fait, site)
        return None

    def canFetchMore(self, _parent: Index) -> bool:
        """Vrai s'il reste des faits à lire."""
        return not self._asking and len(self._faits) < self._total

    def fetchMore(self, _parent: Index) -> None:
        """Lit la page suivante."""
        if not self._asking:
            self._ask(len(self._faits))

    def row_of(self, fait_id: str) -> int | None:
        """Le rang d'un fait déjà lu."""
        return next((row for row, fait in enumerate(self._faits) if fait.id == fait_id), None)

    def _ask(self, depuis: int) -> None:
        self._asking = True
        filtre = self._filtre

        def load(cahier: Cahier) -> Lot:
            return Lot(
                filtre,
                depuis,
                cahier.faits(filtre, PAGE, depuis),
                cahier.count_faits(filtre) if depuis == 0 else -1,
                {site.id: site for site in cahier.sites()} if depuis == 0 else {},
            )

        self._tasks.query(load, self._receive, self)

    def _receive(self, lot: Lot) -> None:
        if lot.filtre != self._filtre:
            return
        self._asking = False
        if lot.depuis == 0:
            self.beginResetModel()
            self._faits, self._sites, self._total = list(lot.faits), lot.sites, lot.total
            self.endResetModel()
            self.loaded.emit(lot.total)
        elif lot.faits:
            last = len(self._faits) + len(lot.faits) - 1
            self.beginInsertRows(QModelIndex(), len(self._faits), last)
            self._faits.extend(lot.faits)
            self.endInsertRows()


def _line(fait: Fait, site: Site | None) -> str:
    when = fait_when(fait).replace("  ", ", ")
    where = site.libelle_public if site else ""
    return f"{when}, {where}, {fait_type(fait)}, {libelle(fait.attestation)}"
