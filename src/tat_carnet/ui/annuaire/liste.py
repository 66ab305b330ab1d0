"""Chercher dans l'annuaire : les mots, la nature, ce qui est à vérifier, et la liste qui suit."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView, QStackedWidget

from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import FiltreAnnuaire
from tat_carnet.domain.vocabulaire import TypePartenaire
from tat_carnet.ui.annuaire.delegate import PartenaireDelegate
from tat_carnet.ui.annuaire.model import PARTENAIRE_ROLE, PartenairesModel
from tat_carnet.ui.cahier.filters import CodeCombo
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.typographie import majuscule
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.flow import Flow

SEARCH_DELAY_MS: Final = 30


class StructureList(QStackedWidget):
    """La liste, ou ce qu'on dit quand elle est vide ; `search` et `filters` se placent au-dessus.

    `opened` porte la fiche choisie, `counted` le nombre de structures qui répondent et vrai si
    celle qu'on attendait a été choisie, `creation_asked` demande une fiche neuve.
    """

    opened = Signal(object)
    counted = Signal(int, bool)
    creation_asked = Signal()

    def __init__(self, tasks: Tasks, today: date) -> None:
        super().__init__()
        self._today = today
        self._wanted: str | None = None
        self.model = PartenairesModel(tasks, today)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Chercher une structure, une fonction, un secteur")
        self.search.setAccessibleName("Chercher dans l’annuaire")
        self.type = CodeCombo("Nature", "Toutes les natures")
        for code in TypePartenaire:
            self.type.add(majuscule(libelle(code)), code)
        self.old = QCheckBox("À vérifier")
        self.filters = Flow()
        self.filters.flow.addWidget(self.type)
        self.filters.flow.addWidget(self.old)
        self.list = QListView()
        self.list.setAccessibleName("Structures de l’annuaire")
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PartenaireDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = EmptyState(
            "search", "Aucune structure ne répond.", ("Tout montrer", self._show_everything)
        )
        self.start = EmptyState(
            "book-open",
            "L’annuaire est vide. Commencez par les trois structures que vous appelez le plus.",
            ("Nouvelle structure", self.creation_asked.emit),
        )
        for widget in (self.list, self.nothing, self.start):
            self.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MS)
        self._timer.timeout.connect(self.reload)
        self.search.textChanged.connect(self._timer.start)
        self.type.currentIndexChanged.connect(self.reload)
        self.old.toggled.connect(self.reload)
        self.model.loaded.connect(self._loaded)
        self.list.selectionModel().currentChanged.connect(self._open)

    def reload(self) -> None:
        """Relit la liste."""
        self.model.search(self._filtre())

    def want(self, partenaire_id: str | None) -> None:
        """Relit la liste ; cette fiche s'ouvrira si elle y est."""
        self._wanted = partenaire_id
        self.reload()

    def forget(self) -> None:
        """Aucune structure n'est plus choisie : la même pourra se rouvrir."""
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())

    def _filtre(self) -> FiltreAnnuaire:
        return FiltreAnnuaire(
            texte=self.search.text(),
            type=self.type.code,
            a_verifier_le=self._today if self.old.isChecked() else None,
        )

    def _loaded(self, total: int) -> None:
        if total:
            self.setCurrentWidget(self.list)
        else:
            self.setCurrentWidget(self.start if self._filtre().vide else self.nothing)
        row = self.model.row_of(self._wanted) if self._wanted else None
        self._wanted = None
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
        self.counted.emit(total, row is not None)

    def _open(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.opened.emit(current.data(PARTENAIRE_ROLE))

    def _show_everything(self) -> None:
        self.search.clear()
        self.type.choose(None)
        self.old.setChecked(False)
