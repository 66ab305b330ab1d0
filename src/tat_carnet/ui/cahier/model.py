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
PAGES_KEPT = 30
"""Pages gardées : trois mille faits, quelques mégaoctets."""
FAIT_ROLE = Qt.ItemDataRole.UserRole
SITE_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lot:
    """Une page de faits ; la première dit aussi combien il y en a, et quels sites les portent."""

    filtre: Filtre
    depuis: int
    """Le numéro de la page."""
    faits: Sequence[Fait]
    tete: Tete | None = None


@dataclass(frozen=True, slots=True)
class Tete:
    """Ce qu'une recherche apprend d'abord ; `redites` de moins, ce sont des épisodes."""

    total: int
    redites: int
    sites: dict[str, Site]


class FaitsModel(QAbstractListModel):
    """Les faits d'un filtre. `loaded` porte le total quand la première page est là.

    La liste a toute sa longueur d'emblée ; une page se lit quand on la regarde, et les plus
    anciennement regardées s'oublient.
    """

    loaded = Signal(int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._filtre = Filtre()
        self._pages: dict[int, Sequence[Fait]] = {}
        self._asked: set[int] = set()
        self.tete = Tete(0, 0, {})

    def search(self, filtre: Filtre) -> None:
        """Change de filtre ; la liste se vide quand la première page arrive."""
        self._filtre = filtre
        self._asked.clear()
        self._ask(0, first=True)

    def rowCount(self, parent: Index | None = None) -> int:
        """Nombre de faits qui répondent."""
        return 0 if parent is not None and parent.isValid() else self.tete.total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Le fait, son site, ou la ligne que lit un lecteur d'écran ; rien tant qu'il se lit."""
        fait = self._fait(index.row()) if index.isValid() else None
        if fait is None:
            return None
        site = self.tete.sites.get(fait.site_id or "")
        if role == FAIT_ROLE:
            return fait
        if role == SITE_ROLE:
            return site
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _line(fait, site)
        return None

    def row_of(self, fait_id: str) -> int | None:
        """Le rang d'un fait déjà lu."""
        for page, faits in self._pages.items():
            for rank, fait in enumerate(faits):
                if fait.id == fait_id:
                    return page * PAGE + rank
        return None

    def _fait(self, row: int) -> Fait | None:
        page, rank = divmod(row, PAGE)
        faits = self._pages.pop(page, None)
        if faits is None:
            if page not in self._asked:
                self._ask(page)
            return None
        self._pages[page] = faits  # remise en dernier : c'est elle qu'on regarde
        return faits[rank] if rank < len(faits) else None

    def _ask(self, page: int, *, first: bool = False) -> None:
        self._asked.add(page)
        filtre = self._filtre

        def load(cahier: Cahier) -> Lot:
            faits = cahier.faits(filtre, PAGE, page * PAGE)
            if not first:
                return Lot(filtre, page, faits)
            # Une page qui n'est pas pleine est la seule : inutile de compter.
            total = len(faits) if len(faits) < PAGE else cahier.count_faits(filtre)
            sites = {site.id: site for site in cahier.sites()}
            return Lot(filtre, page, faits, Tete(total, cahier.redites(filtre), sites))

        self._tasks.query(load, self._receive, self)

    def _receive(self, lot: Lot) -> None:
        if lot.filtre != self._filtre:
            return
        self._asked.discard(lot.depuis)
        if lot.tete is not None:
            self.beginResetModel()
            self._pages, self.tete = {0: lot.faits}, lot.tete
            self.endResetModel()
            self.loaded.emit(lot.tete.total)
            return
        self._pages[lot.depuis] = lot.faits
        while len(self._pages) > PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        first = lot.depuis * PAGE
        last = min(first + PAGE, self.tete.total) - 1
        self.dataChanged.emit(self.index(first), self.index(last))


def _line(fait: Fait, site: Site | None) -> str:
    when = fait_when(fait).replace("  ", ", ")
    where = site.libelle_public if site else ""
    return f"{when}, {where}, {fait_type(fait)}, {libelle(fait.attestation)}"
