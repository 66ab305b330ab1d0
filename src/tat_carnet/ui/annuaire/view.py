"""L'écran « Annuaire »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLineEdit,
    QListView,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.partenaire import Echange, FiltreAnnuaire, Partenaire
from tat_carnet.domain.vocabulaire import TypePartenaire
from tat_carnet.ui.annuaire.delegate import PartenaireDelegate
from tat_carnet.ui.annuaire.doubles_panel import DoublesPanel
from tat_carnet.ui.annuaire.fiche import FichePane
from tat_carnet.ui.annuaire.form import FicheForm
from tat_carnet.ui.annuaire.import_panel import ImportPanel, report
from tat_carnet.ui.annuaire.model import PARTENAIRE_ROLE, PartenairesModel
from tat_carnet.ui.annuaire.sorties import SortiesAnnuaire
from tat_carnet.ui.cahier.filters import CodeCombo
from tat_carnet.ui.context import Context
from tat_carnet.ui.typographie import compte, majuscule
from tat_carnet.ui.widgets.basics import Button, label
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.annuaire.importer import (
    Bilan,
    PlanImport,
    importer,
    lire_fichier,
    preparer,
)
from tat_carnet.usecases.annuaire.tenir import (
    Enregistree,
    doubles,
    enregistrer,
    fusionner_fiches,
    noter_echange,
    retirer,
    verifier,
)

SEARCH_DELAY_MS: Final = 30
NARROW: Final = 780
"""Largeur, en pixels, sous laquelle la liste et la fiche ne tiennent pas côte à côte."""


class AnnuaireView(Page):
    """Chercher une structure, lire sa fiche, la tenir à jour."""

    def __init__(self, context: Context) -> None:
        super().__init__("Annuaire", scrolling=False)
        self._context = context
        self._today = context.clock().date()
        self._wanted: str | None = None
        self.count = label("", "doux", wrap=False)
        self.new = Button("Nouvelle structure", "premier", icon_name="plus")
        self.more = Button("Importer, imprimer", icon_name="printer")
        for tool in (self.count, self.more, self.new):
            self.tools.addWidget(tool)
        self.sorties = SortiesAnnuaire(context, self.banner)
        self.sorties.import_asked.connect(self._choose_file)
        self.sorties.doubles_asked.connect(self._find_doubles)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Chercher une structure, une fonction, un secteur")
        self.search.setAccessibleName("Chercher dans l’annuaire")
        self.type = CodeCombo("Nature", "Toutes les natures")
        for code in TypePartenaire:
            self.type.add(majuscule(libelle(code)), code)
        self.old = QCheckBox("À vérifier")
        self.model = PartenairesModel(context.tasks, self._today)
        self._build_list()
        self._build_side()
        self._narrow = False
        filters = Flow()
        filters.flow.addWidget(self.type)
        filters.flow.addWidget(self.old)
        for widget in (self.search, filters):
            self.body.addWidget(widget)
        self.body.addWidget(Columns((self.stack, 5), (self.area, 6), stack_below=0), 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MS)
        self._connect()

    def arrive(self, partenaire_id: str | None = None) -> None:
        """Relit la liste ; `partenaire_id` : ouvrir cette fiche."""
        self._wanted = partenaire_id
        self._search()
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Trop étroit pour deux colonnes : la fiche prend la place de la liste."""
        self._narrow = event.size().width() < NARROW
        self.stack.setVisible(not (self._narrow and not self.area.isHidden()))
        super().resizeEvent(event)

    def _build_list(self) -> None:
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
            ("Nouvelle structure", partial(self._edit, None)),
        )
        self.stack = QStackedWidget()
        for widget in (self.list, self.nothing, self.start):
            self.stack.addWidget(widget)

    def _build_side(self) -> None:
        self.fiche = FichePane(self._today)
        self.form = FicheForm(self._today)
        self.importing = ImportPanel()
        self.doubles = DoublesPanel()
        self.side = QStackedWidget()
        for widget in (self.fiche, self.form, self.importing, self.doubles, self.sorties):
            self.side.addWidget(widget)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.side)
        self.area.hide()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self.search.textChanged.connect(self._timer.start)
        self.type.currentIndexChanged.connect(self._search)
        self.old.toggled.connect(self._search)
        self.model.loaded.connect(self._loaded)
        self.list.selectionModel().currentChanged.connect(self._open)
        self.new.clicked.connect(lambda: self._edit(None))
        self.more.clicked.connect(lambda: self._show_side(self.sorties))
        self.fiche.edit_asked.connect(self._edit)
        self.fiche.verified.connect(self._verify)
        self.fiche.removal_asked.connect(self._remove)
        self.fiche.echange_written.connect(self._write_echange)
        self.form.confirmed.connect(self._save)
        self.importing.confirmed.connect(self._import)
        self.doubles.merged.connect(self._merge)
        for panel in (self.form, self.importing, self.doubles, self.sorties):
            panel.cancelled.connect(self._close_side)
        self.fiche.closed.connect(self._close_side)

    def _filtre(self) -> FiltreAnnuaire:
        return FiltreAnnuaire(
            texte=self.search.text(),
            type=self.type.code,
            a_verifier_le=self._today if self.old.isChecked() else None,
        )

    def _search(self) -> None:
        self.model.search(self._filtre())

    def _loaded(self, total: int) -> None:
        self.count.setText(compte(total, "structure", "structures", feminin=True))
        if total:
            self.stack.setCurrentWidget(self.list)
        else:
            self.stack.setCurrentWidget(self.start if self._filtre().vide else self.nothing)
        row = self.model.row_of(self._wanted) if self._wanted else None
        self._wanted = None
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
        elif self.side.currentWidget() is self.fiche:
            self.area.hide()
            self.stack.show()

    def _open(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            fiche: Partenaire = current.data(PARTENAIRE_ROLE)
            self._context.tasks.query(
                lambda cahier: cahier.echanges(fiche.id), partial(self._show_fiche, fiche), self
            )

    def _show_fiche(self, fiche: Partenaire, echanges: Sequence[Echange]) -> None:
        self.fiche.show_partenaire(fiche, echanges)
        self._show_side(self.fiche)

    def _show_side(self, widget: QWidget) -> None:
        self.side.setCurrentWidget(widget)
        self.area.verticalScrollBar().setValue(0)
        self.area.show()
        self.stack.setVisible(not self._narrow)

    def _close_side(self) -> None:
        self.area.hide()
        self.stack.show()
        self.side.setCurrentWidget(self.fiche)
        self.search.setFocus()

    def _show_everything(self) -> None:
        self.search.clear()
        self.type.choose(None)
        self.old.setChecked(False)

    def _edit(self, partenaire: Partenaire | None) -> None:
        self._show_side(self.form)
        self.form.edit(partenaire)

    def _save(self, partenaire: Partenaire) -> None:
        self._context.tasks.change(
            lambda cahier: enregistrer(cahier, partenaire), self._saved, self, self.form.refuse
        )

    def _saved(self, done: Enregistree) -> None:
        self._reload(done.partenaire.id)
        if done.double is None:
            self.banner.tell("La fiche est enregistrée.")
            return
        self.banner.tell(
            "La fiche est enregistrée. Une autre dit la même structure et la même fonction.",
            "alerte",
            action=("Fusionner les deux", partial(self._merge, done.double, done.partenaire)),
        )

    def _reload(self, partenaire_id: str) -> None:
        """Relit la liste et rouvre cette fiche."""
        self.list.clearSelection()
        self.side.setCurrentWidget(self.fiche)
        self.arrive(partenaire_id)
        self._context.tasks.query(
            lambda cahier: (cahier.partenaire(partenaire_id), cahier.echanges(partenaire_id)),
            lambda found: self._show_fiche(*found),
            self,
        )

    def _verify(self, partenaire: Partenaire) -> None:
        day = self._context.clock().date()
        self._context.tasks.change(
            lambda cahier: verifier(cahier, partenaire, day),
            lambda fiche: self._reload(fiche.id),
            self,
        )

    def _write_echange(self, echange: Echange) -> None:
        self._context.tasks.change(
            lambda cahier: noter_echange(cahier, echange), self._echange_written, self
        )

    def _echange_written(self, echange: Echange) -> None:
        self.banner.tell("L’échange est noté.")
        self._reload(echange.partenaire_id)

    def _remove(self, partenaire: Partenaire) -> None:
        self._context.tasks.change(
            lambda cahier: retirer(cahier, partenaire),
            lambda _: self._removed(partenaire),
            self,
        )

    def _removed(self, partenaire: Partenaire) -> None:
        self._close_side()
        self._search()
        again = ("La reprendre", partial(self._save, partenaire))
        self.banner.tell("La fiche est retirée, avec ses échanges.", action=again)

    def _merge(self, gardee: Partenaire, autre: Partenaire) -> None:
        self._context.tasks.change(
            lambda cahier: fusionner_fiches(cahier, gardee, autre), self._merged, self
        )

    def _merged(self, fiche: Partenaire) -> None:
        self.banner.tell("Une seule fiche reste, avec tous les échanges.")
        if self.side.currentWidget() is self.doubles:
            self._search()
            self._find_doubles()
        else:
            self._reload(fiche.id)

    def _find_doubles(self) -> None:
        def show(paires: Sequence[tuple[Partenaire, Partenaire]]) -> None:
            self.doubles.show_pairs(paires)
            self._show_side(self.doubles)

        self._context.tasks.query(doubles, show, self)

    def _choose_file(self) -> None:
        title = "Choisir un annuaire (CSV ou cartes de visite)"
        kinds = "Annuaires (*.csv *.vcf *.txt);;Tous les fichiers (*)"
        chosen, _ = QFileDialog.getOpenFileName(
            self, title, str(self._context.exports_folder), kinds
        )
        if chosen:
            self.read_file(Path(chosen))

    def read_file(self, path: Path) -> None:
        """Lit un fichier et montre ce qu'il ferait ; rien n'est encore écrit."""
        self.sorties.busy.start("Lecture du fichier…")

        def show(plan: PlanImport) -> None:
            self.sorties.busy.stop()
            self.importing.show_plan(plan)
            self._show_side(self.importing)

        self._context.tasks.query(
            lambda cahier: preparer(cahier, lire_fichier(path)), show, self, self._refused
        )

    def _refused(self, error: ErreurConnue) -> None:
        self.sorties.busy.stop()
        self.banner.tell(error.phrase, "alerte")

    def _import(self, plan: PlanImport, merge: bool, functions: bool) -> None:
        self._context.tasks.change(
            lambda cahier: importer(
                cahier, plan, fusionner_doubles=merge, garder_fonctions=functions
            ),
            self._imported,
            self,
        )

    def _imported(self, bilan: Bilan) -> None:
        self._close_side()
        self._search()
        self.banner.tell(report(bilan))
