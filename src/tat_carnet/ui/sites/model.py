"""La liste des lieux, secteur par secteur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from tat_carnet.domain.fait import Site
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.recherche import match_rank, natural
from tat_carnet.domain.vocabulaire import Maille
from tat_carnet.ui.typographie import majuscule

Index = QModelIndex | QPersistentModelIndex
RETRAIT = "      "


@dataclass(frozen=True, slots=True)
class Row:
    """Un secteur, ou l'un de ses sites."""

    secteur: str
    site: Site | None = None


class SitesModel(QAbstractListModel):
    """Les secteurs connus et leurs sites, filtrés par quelques lettres."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._typed = ""

    def fill(self, sites: Sequence[Site], secteurs: Sequence[str]) -> None:
        """Change les lieux ; un secteur sans site y figure aussi."""
        self._all = list(_rows(sites, secteurs))
        self.filter(self._typed)

    def filter(self, typed: str) -> None:
        """Ne garde que ce qui répond à ces lettres, et le secteur de ce qui répond."""
        self.beginResetModel()
        self._typed = typed
        found = [row for row in self._all if _answers(row, typed)]
        kept = {row.secteur for row in found}
        self._rows = [
            row for row in self._all if row in found or (row.site is None and row.secteur in kept)
        ]
        self.endResetModel()

    def row(self, rank: int) -> Row:
        """La ligne de ce rang."""
        return self._rows[rank]

    def rank(self, key: str | None) -> int | None:
        """Le rang d'un site (son identifiant) ou d'un secteur (son nom)."""
        for rank, row in enumerate(self._rows):
            if key == (row.site.id if row.site else row.secteur):
                return rank
        return None

    def rowCount(self, parent: Index | None = None) -> int:
        """Nombre de lignes."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Ce qui s'écrit, ce que lit un lecteur d'écran, et la graisse des secteurs."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.secteur if row.site is None else f"{RETRAIT}{row.site.libelle_public}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"Secteur {row.secteur}" if row.site is None else describe(row.site)
        if role == Qt.ItemDataRole.FontRole and row.site is None:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None


def describe(site: Site) -> str:
    """« Place du Lavoir, place, secteur Haut »."""
    return f"{site.libelle_public}, {nature(site)}, secteur {site.secteur}"


def nature(site: Site) -> str:
    """« Hall », « Îlot » : ce qu'est ce lieu, à sa maille."""
    return majuscule(libelle(site.type if site.maille is Maille.lieu else site.maille))


def _rows(sites: Sequence[Site], secteurs: Sequence[str]) -> Iterator[Row]:
    """Par secteur, les plus larges d'abord (quartier, îlot, lieu), un îlot devant ses lieux."""
    mailles = (Maille.quartier, Maille.ilot, Maille.lieu)
    names = {site.secteur for site in sites} | set(secteurs)
    for secteur in sorted(names, key=natural):
        yield Row(secteur)
        here = [site for site in sites if site.secteur == secteur]
        for site in sorted(
            here, key=lambda s: (mailles.index(s.maille), natural(s.libelle_public))
        ):
            yield Row(secteur, site)


def _answers(row: Row, typed: str) -> bool:
    if row.site is None:
        return match_rank(typed, row.secteur) is not None
    site = row.site
    names = (site.libelle_public, site.ilot, site.nom_usage.lire(), libelle(site.type))
    return match_rank(typed, *names, site.secteur) is not None
