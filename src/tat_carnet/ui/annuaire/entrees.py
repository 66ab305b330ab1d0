"""Faire entrer un fichier : le choisir, le lire, dire ce qu'il ferait, puis l'écrire."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.annuaire.import_panel import ImportPanel, report
from tat_carnet.ui.context import Context
from tat_carnet.ui.reglages.busy import Busy
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.usecases.annuaire.importer import (
    Bilan,
    PlanImport,
    importer,
    lire_fichier,
    preparer,
)


class Entrees(QObject):
    """`ready` : le fichier est lu, `panel` dit ce qu'il ferait. `written` : il est entré."""

    ready = Signal()
    written = Signal()
    progressed = Signal(float)

    def __init__(self, context: Context, banner: Banner, busy: Busy, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._banner, self._busy, self._parent = context, banner, busy, parent
        self._stop = Event()
        self.panel = ImportPanel()
        self.progressed.connect(busy.advance)
        self.panel.confirmed.connect(self._import)

    def choose_file(self) -> None:
        """Demande un fichier, puis le lit."""
        title = "Choisir un annuaire (CSV ou cartes de visite)"
        kinds = "Annuaires (*.csv *.vcf *.txt);;Tous les fichiers (*)"
        chosen, _ = QFileDialog.getOpenFileName(
            self._parent, title, str(self._context.exports_folder), kinds
        )
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Lit un fichier et montre ce qu'il ferait ; rien n'est encore écrit."""
        self._banner.hush()
        self._stop.clear()
        self._busy.start("Lecture du fichier…", self._stop.set)
        self._context.tasks.query(
            lambda cahier: preparer(cahier, lire_fichier(path), self._advance),
            self._show,
            self,
            self._refused,
        )

    def _advance(self, part: float) -> None:
        """Dans le fil du cahier : dit où l'on en est, ou s'arrête si on l'a demandé."""
        if self._stop.is_set():
            raise ErreurConnue("La lecture est arrêtée. Rien n’a changé.")
        self.progressed.emit(part)

    def _show(self, plan: PlanImport) -> None:
        self._busy.stop()
        self.panel.show_plan(plan)
        self.ready.emit()

    def _refused(self, error: ErreurConnue) -> None:
        self._busy.stop()
        self._banner.tell(error.phrase, "alerte")

    def _import(self, plan: PlanImport, merge: bool, functions: bool) -> None:
        self._context.tasks.change(
            lambda cahier: importer(
                cahier, plan, fusionner_doubles=merge, garder_fonctions=functions
            ),
            self._imported,
            self,
        )

    def _imported(self, bilan: Bilan) -> None:
        self.written.emit()
        self._banner.tell(report(bilan))
