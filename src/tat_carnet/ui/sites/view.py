"""L'écran « Sites »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.fait import Site
from tat_carnet.domain.partenaire import Partenaire
from tat_carnet.domain.plan import PlanSecteur
from tat_carnet.ui.context import Context
from tat_carnet.ui.sites.form import SiteEditor
from tat_carnet.ui.sites.merge_form import MergeForm
from tat_carnet.ui.sites.model import SitesModel
from tat_carnet.ui.sites.plan_gestes import PlanGestes
from tat_carnet.ui.sites.secteur_detail import SecteurDetail
from tat_carnet.ui.sites.site_detail import SiteDetail
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import Button, vertical
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.page import Page
from tat_carnet.ui.widgets.tall import scrolling
from tat_carnet.usecases import sites as gestes
from tat_carnet.usecases.annuaire.tenir import bailleurs
from tat_carnet.usecases.ports import Cahier


@dataclass(frozen=True, slots=True)
class Lieux:
    """Ce que la liste montre."""

    sites: Sequence[Site]
    secteurs: Sequence[str]
    bailleurs: Sequence[Partenaire]


def _load(cahier: Cahier) -> Lieux:
    return Lieux(cahier.sites(), cahier.secteurs(), bailleurs(cahier))


class SitesView(Page):
    """La liste des lieux à gauche ; à droite, le secteur ou le lieu choisi."""

    def __init__(self, context: Context) -> None:
        super().__init__("Sites", scrolling=False)
        self._context = context
        self._lieux = Lieux((), (), ())
        self._wanted: str | None = None
        self.model = SitesModel()
        self.add = Button("Nouveau lieu", icon_name="plus", shortcut="Ctrl+N")
        self.tools.addWidget(self.add)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Un lieu, un secteur")
        self.search.setAccessibleName("Chercher un lieu")
        self.search.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setAccessibleName("Secteurs et lieux")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.model)
        self.site = SiteDetail(lambda: context.clock().date())
        self.secteur = SecteurDetail()
        self.editor = SiteEditor()
        self.merge = MergeForm()
        self.plan = PlanGestes(
            context, self.secteur, self.banner, lambda: self._lieux.sites, self._show_all
        )
        self._lay_out()
        self._connect()

    def arrive(self, key: str | None = None) -> None:
        """Relit les lieux ; `key` : le site (son identifiant) ou le secteur à ouvrir."""
        self._wanted = key or self._wanted or self._current()
        self._context.tasks.query(_load, self._fill, self)

    def _lay_out(self) -> None:
        left = QWidget()
        column = vertical(left, gap=E8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.right = QStackedWidget()
        self._areas: dict[QWidget, QScrollArea] = {
            widget: scrolling(widget)
            for widget in (self.site, self.secteur, self.editor, self.merge)
        }
        for area in self._areas.values():
            self.right.addWidget(area)
        self.columns = Columns((left, 2), (self.right, 5), stack_below=560)
        self.empty = EmptyState(
            "map-pin",
            "Aucun lieu n’est connu. Créez-en un ici, ou en notant un premier fait.",
            ("Nouveau lieu", self._create),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.columns)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        go = self._context.go
        self.add.clicked.connect(self._create)
        self.search.textEdited.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(self._open)
        self.site.note_asked.connect(lambda site: go("saisie", None, site.id))
        self.site.facts_asked.connect(lambda site: go("cahier", None, site.id))
        self.site.fait_asked.connect(lambda fait_id: go("cahier", fait_id))
        self.site.edit_asked.connect(self._edit)
        self.site.merge_asked.connect(self._ask_merge)
        self.site.delete_asked.connect(self._delete)
        self.site.pinned.connect(self.plan.pin)
        self.site.secteur_asked.connect(self._select)
        self.site.pin.clicked.connect(
            lambda: self._areas[self.site].ensureWidgetVisible(self.site.plan)
        )
        self.secteur.renamed.connect(self._rename)
        self.secteur.site_chosen.connect(self._select)
        self.secteur.site_asked.connect(lambda: self._create(self.secteur.secteur))
        self.editor.confirmed.connect(self._save)
        self.editor.cancelled.connect(self._reopen)
        self.merge.confirmed.connect(self._merge)
        self.merge.cancelled.connect(self._reopen)

    def _fill(self, lieux: Lieux) -> None:
        self._lieux = lieux
        self.model.fill(lieux.sites, lieux.secteurs)
        known = self.model.rowCount() > 0 or bool(self.search.text())
        self.stack.setCurrentWidget(self.columns if known else self.empty)
        self._select(self._wanted)
        self._wanted = None
        if not known:
            self.empty.action.setFocus()

    def _select(self, key: str | None) -> None:
        """Va à un site ou à un secteur ; à défaut, au premier lieu."""
        rank = self.model.rank(key)
        if rank is None:
            rank = min(1, self.model.rowCount() - 1)
        self.list.setCurrentIndex(self.model.index(max(rank, 0)))
        self.list.setFocus()

    def _current(self) -> str | None:
        index = self.list.currentIndex()
        if not index.isValid():
            return None
        row = self.model.row(index.row())
        return row.site.id if row.site else row.secteur

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(min(1, self.model.rowCount() - 1)))

    def _reopen(self) -> None:
        self._open(self.list.currentIndex(), QModelIndex())
        self.list.setFocus()

    def _open(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        row, today = self.model.row(current.row()), self._context.clock().date()
        if row.site is None:
            self._open_secteur(row.secteur)
            return
        site = row.site
        self._context.tasks.query(
            lambda cahier: gestes.memoire(cahier, site, today), self._show_site, self
        )

    def _show_site(self, memoire: gestes.MemoireSite) -> None:
        self.site.show_memoire(memoire)
        self._show(self.site)

    def _open_secteur(self, secteur: str) -> None:
        today = self._context.clock().date()

        def load(cahier: Cahier) -> tuple[PlanSecteur | None, int]:
            return cahier.plan(secteur), gestes.tournees_du_secteur(cahier, secteur, today)

        self._context.tasks.query(load, partial(self._show_secteur, secteur), self)

    def _show_secteur(self, secteur: str, found: tuple[PlanSecteur | None, int]) -> None:
        sites = [site for site in self._lieux.sites if site.secteur == secteur]
        self.secteur.show_secteur(secteur, sites, *found)
        self._show(self.secteur)

    def _show(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(self.columns)
        self.right.setCurrentWidget(self._areas[widget])

    def _create(self, secteur: str = "") -> None:
        index = self.list.currentIndex()
        if not secteur and index.isValid():
            secteur = self.model.row(index.row()).secteur
        self._edit(Site("", secteur or ""))

    def _edit(self, site: Site) -> None:
        self.banner.hush()
        self._show(self.editor)
        self.editor.prepare(site, self._lieux.secteurs, self._lieux.bailleurs)

    def _save(self, site: Site) -> None:
        self._context.tasks.change(
            lambda cahier: gestes.enregistrer_site(cahier, site),
            lambda written: self._tell_and_go(
                f"Enregistré : {written.libelle_public}.", written.id
            ),
            self,
            self._not_saved,
        )

    def _not_saved(self, error: ErreurConnue) -> None:
        if isinstance(error, SaisieIncomplete):
            self.editor.blame(error)
        else:
            self.banner.tell(error.phrase, "danger")

    def _tell_and_go(self, text: str, key: str) -> None:
        self.banner.tell(text)
        self._show_all(key)

    def _show_all(self, key: str) -> None:
        """Va à un lieu ou à un secteur, toute la liste sous les yeux."""
        self.search.clear()
        self.model.filter("")
        self.arrive(key)

    def _ask_merge(self, site: Site) -> None:
        self._show(self.merge)
        self.merge.prepare(site, self._lieux.sites)

    def _merge(self, garde: Site, double: Site) -> None:
        self._context.tasks.change(
            lambda cahier: gestes.fusionner_sites(cahier, garde, double), self._merged, self
        )

    def _merged(self, fusion: gestes.Fusion) -> None:
        moved = compte(len(fusion.faits), "fait a suivi", "faits ont suivi")
        self.banner.tell(
            f"« {fusion.double.libelle_public} » et « {fusion.garde.libelle_public} » ne font plus "
            f"qu’un : {moved}.",
            action=("Revenir en arrière", partial(self._split, fusion)),
        )
        self.arrive(fusion.garde.id)

    def _split(self, fusion: gestes.Fusion) -> None:
        self._context.tasks.change(
            lambda cahier: gestes.separer_sites(cahier, fusion),
            lambda _: self._tell_and_go("Les deux lieux sont revenus.", fusion.double.id),
            self,
        )

    def _delete(self, site: Site) -> None:
        self._context.tasks.change(
            lambda cahier: cahier.delete_site(site.id), lambda _: self._deleted(site), self
        )

    def _deleted(self, site: Site) -> None:
        undo = partial(self._save, site)
        self.banner.tell(f"Effacé : {site.libelle_public}.", action=("Le reprendre", undo))
        self.arrive(site.secteur)

    def _rename(self, nouveau: str) -> None:
        ancien = self.secteur.secteur
        joining = nouveau != ancien and nouveau in self._lieux.secteurs
        if joining:
            self.banner.tell(
                f"« {nouveau} » existe déjà : ses lieux et ceux de « {ancien} » seront ensemble, "
                "et on ne pourra plus les distinguer.",
                "alerte",
                action=("Réunir les deux secteurs", partial(self._write_name, ancien, nouveau)),
            )
            return
        self._write_name(ancien, nouveau)

    def _write_name(self, ancien: str, nouveau: str) -> None:
        self._context.tasks.change(
            lambda cahier: gestes.renommer_secteur(cahier, ancien, nouveau),
            lambda name: self._tell_and_go(f"Le secteur s’appelle maintenant « {name} ».", name),
            self,
        )
