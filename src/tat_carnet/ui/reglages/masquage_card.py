"""La liste de masquage : la voir, l'élaguer, y verser un fichier. Des termes, rien d'autre."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import compte, majuscule
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.masquage import lire_termes, verser_termes

ILLISIBLE = "Ce fichier ne se lit pas. Rien n’a été ajouté : choisissez-en un autre."
HEIGHT = 200


class MasquageCard(Card):
    """Les termes toujours masqués, sans lien avec quoi que ce soit, et sans compte d'emplois.

    Repliée : on ouvre ses réglages devant n'importe qui.
    """

    def __init__(self, tasks: Tasks) -> None:
        super().__init__("Liste de masquage")
        self._tasks = tasks
        self.body.addWidget(
            label(
                "Ces mots sont toujours masqués. La liste ne dit ni à qui ni à quoi ils se "
                "rapportent : rien ne les relie.",
                "doux",
            )
        )
        self.model = QStringListModel(self)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.model)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Chercher un terme, ou en écrire un à ajouter")
        self.search.setAccessibleName("Chercher ou ajouter un terme")
        self.search.textChanged.connect(self.shown.setFilterFixedString)
        self.search.returnPressed.connect(self._add)
        self.list = QListView()
        self.list.setAccessibleName("Termes toujours masqués")
        self.list.setModel(self.shown)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setFixedHeight(HEIGHT)
        self.list.selectionModel().selectionChanged.connect(self._awake)
        self.more = Expander("Voir la liste et l’élaguer")
        self.add = Button("Ajouter ce terme", icon_name="plus")
        self.remove = Button("Retirer de la liste", "danger", icon_name="trash-2")
        self.pour = Button("Verser un fichier", icon_name="download")
        self.banner = Banner()
        self._lay_out()
        self.search.textChanged.connect(self._awake)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.pour.clicked.connect(self._choose)
        self._awake()

    def refresh(self) -> None:
        """Relit la liste."""
        self._tasks.query(lambda cahier: cahier.termes_masquage(), self._show, self)

    def _lay_out(self) -> None:
        row = horizontal(gap=E8)
        row.addWidget(self.search, 1)
        row.addWidget(self.add)
        self.body.addLayout(row)
        self.more.body.addWidget(self.list)
        for button, column in ((self.remove, self.more.body), (self.pour, self.body)):
            gestures = Flow()
            gestures.flow.addWidget(button)
            column.addWidget(gestures)
        self.body.addWidget(self.more)
        self.body.addWidget(self.banner)

    def _show(self, termes: Collection[str]) -> None:
        self.model.setStringList(sorted(termes, key=str.casefold))
        self._awake()

    def _awake(self) -> None:
        self.add.setEnabled(len(self.search.text().strip()) > 1)
        self.remove.setEnabled(bool(self.list.selectionModel().selectedIndexes()))

    def _chosen(self) -> list[str]:
        return [str(index.data()) for index in self.list.selectionModel().selectedIndexes()]

    def _add(self) -> None:
        terme = self.search.text().strip()
        if len(terme) > 1:
            self._pour(frozenset({terme}))

    def _remove(self) -> None:
        termes = self._chosen()
        self._tasks.change(
            lambda cahier: cahier.remove_termes_masquage(termes),
            lambda _: self._removed(termes),
            self,
        )

    def _removed(self, termes: list[str]) -> None:
        self.banner.tell(
            f"{majuscule(compte(len(termes), 'terme retiré', 'termes retirés'))} de la liste.",
            "alerte",
            action=("Les remettre", lambda: self._pour(frozenset(termes))),
        )
        self.refresh()

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, "Choisir une liste", filter="Texte (*.txt *.csv)"
        )
        if not path:
            return
        try:
            self._pour(lire_termes(Path(path).read_bytes()))
        except ErreurConnue as error:
            self.banner.tell(error.phrase, "alerte")
        except OSError:
            self.banner.tell(ILLISIBLE, "alerte")

    def _pour(self, termes: frozenset[str]) -> None:
        self._tasks.change(lambda cahier: verser_termes(cahier, termes), self._poured, self)

    def _poured(self, count: int) -> None:
        self.search.clear()
        added = compte(count, "terme ajouté", "termes ajoutés")
        self.banner.tell(majuscule(f"{added} à la liste."))
        self.refresh()
