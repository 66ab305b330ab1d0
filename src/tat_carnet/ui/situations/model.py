"""La liste des situations : un code, où l'on en est, depuis quand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.recherche import match_rank
from tat_carnet.domain.situation import Situation
from tat_carnet.ui.typographie import jour_court

Index = QModelIndex | QPersistentModelIndex


class SituationsModel(QAbstractListModel):
    """Les situations en cours d'abord, puis les finies ; quelques lettres les filtrent."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._all: Sequence[Situation] = ()
        self._rows: list[Situation] = []
        self._typed = ""

    def fill(self, situations: Sequence[Situation]) -> None:
        """Change les situations."""
        self._all = sorted(situations, key=lambda situation: situation.finie)
        self.filter(self._typed)

    def filter(self, typed: str) -> None:
        """Par le code, un besoin, un moment ou le statut."""
        self.beginResetModel()
        self._typed = typed
        self._rows = [s for s in self._all if match_rank(typed, *_words(s)) is not None]
        self.endResetModel()

    def situation(self, rank: int) -> Situation:
        """La situation de ce rang."""
        return self._rows[rank]

    def rank(self, situation_id: str | None) -> int | None:
        """Le rang d'une situation montrée."""
        found = (rank for rank, s in enumerate(self._rows) if s.id == situation_id)
        return next(found, None)

    def rowCount(self, parent: Index | None = None) -> int:
        """Nombre de lignes."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Le code, le statut, le dernier contact."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not index.isValid() or role not in shown:
            return None
        situation = self._rows[index.row()]
        contact = jour_court(situation.dernier_contact, self._today())
        return f"{situation.code}   ·   {libelle(situation.statut)}   ·   {contact}"


def _words(situation: Situation) -> list[str]:
    codes = [*situation.besoins, *situation.moments, situation.statut]
    return [situation.code, *map(libelle, codes)]
