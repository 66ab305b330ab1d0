"""La liste virtuelle des faits : des pages lues à mesure qu'on défile, jamais tout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.widgets.fait_rows import fait_type, fait_when, fait_when_narrow
from tat_carnet.usecases.ports import Cahier

PAGE = 100
PAGES_KEPT = 30
"""Pages gardées : trois mille faits, quelques mégaoctets."""
FAIT_ROLE = Qt.ItemDataRole.UserRole
SITE_ROLE = Qt.ItemDataRole.UserRole + 1
WHEN_ROLE = Qt.ItemDataRole.UserRole + 2
"""Quand, en toutes lettres puis à l'étroit."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lot:
    """Une page de faits ; la première dit aussi quels sites les portent."""

    filtre: Filtre
    depuis: int
    """Le numéro de la page."""
    faits: Sequence[Fait]
    tete: Tete | None = None


@dataclass(frozen=True, slots=True)
class Tete:
    """Ce qu'une recherche apprend ; `redites` de moins, ce sont des épisodes.

    Un grand cahier se compte une fois sa première page montrée : `total` dit d'ici là cette page.
    """

    total: int
    redites: int
    sites: dict[str, Site]


class FaitsModel(QAbstractListModel):
    """Les faits d'un filtre. `loaded` : la première page est là ; `counted` : le compte aussi.

    La liste a dès lors toute sa longueur ; une page se lit quand on la regarde, et les plus
    anciennement regardées s'oublient.
    """

    loaded = Signal()
    counted = Signal()

    def __init__(self, tasks: Tasks, today: Callable[[], date]) -> None:
        super().__init__()
        self._tasks, self._today = tasks, today
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
        if role == WHEN_ROLE:
            return fait_when(fait, self._today()), fait_when_narrow(fait, self._today())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _line(fait, site, self._today())
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
            sites = {site.id: site for site in cahier.sites()}
            return Lot(filtre, page, faits, Tete(len(faits), 0, sites))

        self._tasks.query(load, self._receive, self)

    def _receive(self, lot: Lot) -> None:
        if lot.filtre != self._filtre:
            return
        self._asked.discard(lot.depuis)
        if lot.tete is not None:
            self.beginResetModel()
            self._pages, self.tete = {0: lot.faits}, lot.tete
            self.endResetModel()
            self.loaded.emit()
            compter = partial(_compter, lot.filtre, len(lot.faits))
            self._tasks.query(compter, partial(self._count, lot.filtre), self)
            return
        self._pages[lot.depuis] = lot.faits
        while len(self._pages) > PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        first = lot.depuis * PAGE
        last = min(first + PAGE, self.tete.total) - 1
        self.dataChanged.emit(self.index(first), self.index(last))

    def _count(self, filtre: Filtre, compte: tuple[int, int]) -> None:
        """Donne à la liste toute sa longueur ; la première page y est déjà."""
        if filtre != self._filtre:
            return
        shown, (total, redites) = self.tete.total, compte
        if total > shown:
            self.beginInsertRows(QModelIndex(), shown, total - 1)
        self.tete = replace(self.tete, total=max(total, shown), redites=redites)
        if total > shown:
            self.endInsertRows()
        self.counted.emit()


def _compter(filtre: Filtre, lus: int, cahier: Cahier) -> tuple[int, int]:
    """Combien de faits, et de redites ; une page qui n'est pas pleine est la seule."""
    return lus if lus < PAGE else cahier.count_faits(filtre), cahier.redites(filtre)


def _line(fait: Fait, site: Site | None, today: date) -> str:
    when = fait_when(fait, today).replace("  ", ", ")
    where = site.libelle_public if site else ""
    return f"{when}, {where}, {fait_type(fait)}, {libelle(fait.attestation)}"
