"""L'écran « Importer »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.importation import Bilan, Champ, Feuille, Import
from tat_carnet.ui.context import Context
from tat_carnet.ui.importer.avancee import Avancee
from tat_carnet.ui.importer.colonnes import ColonnesCard
from tat_carnet.ui.importer.passes import PassesCard
from tat_carnet.ui.importer.rapport import RapportCard
from tat_carnet.ui.typographie import compte, jour
from tat_carnet.ui.widgets.basics import Button, Card, label
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.importation.deviner import deviner
from tat_carnet.usecases.importation.importer import PAS, Resultat, examiner, importer
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.tableurs import lire

FORMATS = "Tableurs (*.csv *.tsv *.txt *.ods);;Tous les fichiers (*)"


@dataclass(frozen=True, slots=True)
class Lecture:
    """Un fichier lu, ce qu'on en devine, et s'il a déjà été importé."""

    tableau: Feuille
    devines: Mapping[Champ, int]
    secteurs: Sequence[str]
    deja: Import | None


class ImporterView(Page):
    """Un fichier, ses colonnes, son rapport ; puis tout entre, ou rien."""

    def __init__(self, context: Context) -> None:
        super().__init__("Importer un tableur")
        self._context: Context = context
        self._path: Path | None = None
        self._tableau: Feuille | None = None
        start = Card("Le fichier")
        text = (
            "Un tableur de faits, une ligne par fait, des titres en première ligne : CSV ou ODS. "
            "Le fichier reste où il est, en clair : effacez-le vous-même une fois importé."
        )
        start.body.addWidget(label(text, "doux"))
        self.choose = Button("Choisir un fichier", "premier", icon_name="folder-open")
        self.choose.clicked.connect(self._choose)
        row = Flow()
        row.flow.addWidget(self.choose)
        start.body.addWidget(row)
        self.avancee = Avancee()
        start.body.addWidget(self.avancee)
        self.colonnes = ColonnesCard()
        self.check = Button("Vérifier les lignes", "premier")
        self.check.clicked.connect(self._examine)
        checking = Flow()
        checking.flow.addWidget(self.check)
        self.colonnes.body.addWidget(checking)
        self.rapport = RapportCard()
        self.colonnes.changed.connect(self.rapport.hide)
        self.rapport.go.clicked.connect(self._import)
        self.rapport.again.clicked.connect(self._read)
        self.passes = PassesCard()
        self.passes.undo_asked.connect(self._undo)
        for card in (start, self.colonnes, self.rapport, self.passes):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.colonnes.hide()
        self.rapport.hide()

    def arrive(self) -> None:
        """Relit les imports passés."""
        self._context.tasks.query(lambda c: c.imports(), self.passes.show_imports, self)

    def flush_draft(self) -> None:
        """On verrouille, ou l'on part : ce qui n'a pas fini d'entrer n'entre pas."""
        self.avancee.cancel()

    def _choose(self) -> None:
        title = "Choisir un tableur à importer"
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), FORMATS)
        if chosen:
            self._path = Path(chosen)
            self._read()

    def _read(self) -> None:
        path = self._path
        if path is None:
            return
        self.banner.hush()
        self._begin("Lecture du fichier")

        def load(cahier: Cahier) -> Lecture:
            tableau = lire(path, self.avancee.avancer)
            done = [one for one in cahier.imports() if one.empreinte == tableau.empreinte]
            return Lecture(
                tableau,
                deviner(tableau, cahier.sites()),
                cahier.secteurs(),
                done[0] if done else None,
            )

        self._context.tasks.query(load, self._loaded, self, self._refuse)

    def _loaded(self, lecture: Lecture) -> None:
        self._end()
        self._tableau = lecture.tableau
        self.rapport.hide()
        self.colonnes.show_tableau(lecture.tableau, lecture.devines, lecture.secteurs)
        self.colonnes.show()
        self.check.setFocus()
        if lecture.deja is not None:
            when = jour(lecture.deja.le.date(), annee=True)
            self.banner.tell(
                f"Ce même fichier a déjà été importé le {when}. Ce que le cahier a déjà ne sera "
                "pas écrit deux fois.",
                "alerte",
            )

    def _examine(self) -> None:
        tableau, choix = self._tableau, self.colonnes.choix()
        if tableau is None:
            return
        day = self._context.clock().date()
        self._begin("Vérification", len(tableau.lignes))
        self._context.tasks.query(
            lambda cahier: examiner(cahier, tableau, choix, day, self.avancee.avancer),
            self._examined,
            self,
            self._refuse,
        )

    def _examined(self, bilan: Bilan) -> None:
        self._end()
        self.rapport.show_bilan(bilan)
        self.rapport.show()
        (self.rapport.go if bilan.importables else self.rapport.again).setFocus()
        self.reveal(self.rapport)

    def _import(self) -> None:
        tableau, choix = self._tableau, self.colonnes.choix()
        if tableau is None:
            return
        now = self._context.clock()
        self._begin("Import", len(tableau.lignes))
        self._context.tasks.change(
            lambda cahier: importer(cahier, tableau, choix, now, self.avancee.avancer),
            self._imported,
            self,
            self._refuse,
        )

    def _imported(self, result: Resultat) -> None:
        self._end()
        self._tableau = None
        self.colonnes.hide()
        self.rapport.hide()
        parts = [f"C’est entré : {compte(result.importes, 'fait', 'faits')}"]
        if result.deja:
            known = compte(result.deja, "était déjà", "étaient déjà")
            parts.append(f"{known} dans le cahier")
        if result.lieux:
            parts.append(compte(result.lieux, "lieu créé", "lieux créés"))
        self.banner.tell(f"{', '.join(parts)}. Effacez le fichier s’il n’a plus à servir.")
        self.arrive()

    def _undo(self, one: Import) -> None:
        self._begin("Retrait", one.nombre)
        self.avancee.stop.hide()  # défaire va jusqu'au bout
        self._undo_more(one, 0)

    def _undo_more(self, one: Import, done: int) -> None:
        """Un bloc par travail : l'écran et le verrouillage passent entre deux."""
        self.avancee.bar.setValue(min(done, one.nombre))
        self._context.tasks.query(
            lambda cahier: cahier.annuler_import(one.id, PAS),
            lambda more: self._undo_more(one, done + PAS) if more else self._undone(one),
            self,
            self._refuse,
        )

    def _undone(self, one: Import) -> None:
        self._end()
        self.banner.tell(f"L’import est défait : {compte(one.nombre, 'fait', 'faits')} de moins.")
        self._context.tasks.change(lambda c: c.imports(), self.passes.show_imports, self)

    def _begin(self, what: str, total: int = 0) -> None:
        self.avancee.start(what, total)
        self._enable(False)

    def _end(self) -> None:
        self.avancee.hide()
        self._enable(True)

    def _enable(self, enabled: bool) -> None:
        for widget in (self.choose, self.colonnes, self.rapport, self.passes):
            widget.setEnabled(enabled)

    def _refuse(self, error: ErreurConnue) -> None:
        self._end()
        self.banner.tell(error.phrase, "alerte")
