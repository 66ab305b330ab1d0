"""L'écran « Cahier »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QListView, QStackedWidget

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.trouvaille import GenreTrouvaille, Trouvaille
from tat_carnet.ui.cahier.alentours import Alentours, alentours, fait_de, situation_de
from tat_carnet.ui.cahier.delegate import FaitDelegate
from tat_carnet.ui.cahier.fait_ouvert import FaitOuvert
from tat_carnet.ui.cahier.filters import Filters
from tat_carnet.ui.cahier.frise_card import FriseCard
from tat_carnet.ui.cahier.gardes import Gardes
from tat_carnet.ui.cahier.model import FAIT_ROLE, SITE_ROLE, FaitsModel
from tat_carnet.ui.cahier.trouvailles import TrouvaillesRow
from tat_carnet.ui.context import Context
from tat_carnet.ui.typographie import compte, francais
from tat_carnet.ui.widgets.basics import Button, label
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.ports import Cahier

SEARCH_DELAY_MS: Final = 60
ECRANS: Final = {
    GenreTrouvaille.situation: "situations",
    GenreTrouvaille.courrier: "courriers",
    GenreTrouvaille.reunion: "reunions",
    GenreTrouvaille.decision: "reunions",
    GenreTrouvaille.partenaire: "annuaire",
}
"""L'écran qui ouvre une chose trouvée par son identifiant."""


class CahierView(Page):
    """La recherche, les filtres, la liste, et le fait ouvert à côté."""

    projectable = True

    def __init__(self, context: Context) -> None:
        super().__init__("Cahier", scrolling=False)
        self._context = context
        self._wanted: str | None = None
        self.model = FaitsModel(context.tasks, self._today)
        self.search = QLineEdit()
        self.search.setPlaceholderText(francais("Chercher un mot, un lieu, « une suite de mots »"))
        self.search.setAccessibleName("Chercher dans le cahier")
        self.search.setClearButtonEnabled(True)
        self.filters = Filters(context.clock().date())
        self.gardes = Gardes()
        self.trouvailles = TrouvaillesRow()
        self.corrected = label("", "doux")
        self.frise = FriseCard()
        self.count = label("", "doux", wrap=False)
        self.corbeille = Button("Corbeille", "discret", icon_name="trash-2")
        self.tools.addWidget(self.count)
        self.imprimer = Button("Imprimer", "discret", icon_name="printer")
        self.imprimer.clicked.connect(lambda: context.go("papier"))
        self.tools.addWidget(self.imprimer)
        self.importer = Button("Importer", "discret", icon_name="download")
        self.importer.clicked.connect(lambda: context.go("importer"))
        self.tools.addWidget(self.importer)
        self.tools.addWidget(self.corbeille)
        self.ouvert = FaitOuvert(context, self.banner)
        self.detail = self.ouvert.detail
        self._lay_out(self._list())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MS)
        self._connect()

    def _list(self) -> QStackedWidget:
        self.list = QListView()
        self.list.setAccessibleName("Faits du cahier")
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FaitDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = EmptyState(
            "search", "Aucun fait ne répond.", ("Tout montrer", self._show_everything)
        )
        self.start = EmptyState(
            "notebook-pen",
            "Le cahier est vide. Ce que vous noterez apparaîtra ici.",
            ("Noter un fait", partial(self._context.go, "saisie")),
        )
        self.stack = QStackedWidget()
        for widget in (self.list, self.nothing, self.start):
            self.stack.addWidget(widget)
        return self.stack

    def _lay_out(self, stack: QStackedWidget) -> None:
        self.corrected.hide()
        self.frise.hide()
        for widget in (
            self.search,
            self.filters,
            self.gardes,
            self.trouvailles,
            self.corrected,
            self.frise,
        ):
            self.body.addWidget(widget)
        self.body.addWidget(Columns((stack, 5), (self.ouvert, 4), stack_below=640), 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self.search.textChanged.connect(self._timer.start)
        self.search.textEdited.connect(self.gardes.leave)
        self.filters.changed.connect(self._search)
        self.model.loaded.connect(self._loaded)
        self.model.counted.connect(self._counted)
        self.model.dataChanged.connect(self._page_read)
        self.list.selectionModel().currentChanged.connect(self._open)
        self.ouvert.changed.connect(self._reopen)
        self.gardes.chosen.connect(self._show_garde)
        self.gardes.named.connect(self._keep)
        self.gardes.dropped.connect(self._drop)
        self.trouvailles.chosen.connect(self._go_to)
        self.frise.view.day_chosen.connect(self._open_day)
        self.corbeille.clicked.connect(lambda: self._context.go("corbeille"))

    def arrive(self, fait_id: str | None = None, site_id: str | None = None) -> None:
        """Relit la liste ; `fait_id` : ouvrir ce fait ; `site_id` : les seuls faits de ce lieu."""
        self._wanted = fait_id
        self._context.tasks.query(
            lambda cahier: (cahier.sites(), cahier.filtres()),
            lambda read: self._arrived(site_id, *read),
            self,
        )
        self._search()
        self.search.setFocus()

    def _arrived(
        self, site_id: str | None, sites: Sequence[Site], gardes: Sequence[FiltreGarde]
    ) -> None:
        self.filters.set_sites(sites)
        self._show_gardes(gardes)
        if site_id is not None:
            self._show_everything()
            self.filters.site.choose(site_id)

    def _filtre(self) -> Filtre:
        return replace(self.filters.apply(Filtre(texte=self.search.text())), tolerant=True)

    def _search(self) -> None:
        filtre = self._filtre()
        self.model.search(filtre)
        self._context.tasks.query(partial(alentours, filtre, self._today()), self._around, self)

    def _today(self) -> date:
        return self._context.clock().date()

    def _around(self, found: Alentours) -> None:
        if found.filtre != self._filtre():
            return
        self.trouvailles.show_trouvailles(found.trouvailles)
        self.corrected.setText(found.en_mots)
        self.corrected.setVisible(bool(found.en_mots))
        self.frise.show_frise(found.frise)
        self._follow_gardes()

    def _follow_gardes(self) -> None:
        self.gardes.follow(searching=not self.filters.vide or bool(self.search.text().strip()))

    def _counted(self) -> None:
        total, redites = self.model.tete.total, self.model.tete.redites
        episodes = f" en {compte(total - redites, 'épisode', 'épisodes')}" if redites else ""
        self.count.setText(f"{compte(total, 'fait', 'faits')}{episodes}")

    def _loaded(self) -> None:
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.list)
        else:
            empty = self._filtre().vide
            self.stack.setCurrentWidget(self.start if empty else self.nothing)
        wanted, self._wanted = self._wanted, None
        row = self.model.row_of(wanted) if wanted else None
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.setFocus()
            return
        self.list.scrollToTop()
        self.ouvert.hide()
        if wanted is not None:
            self._context.tasks.query(partial(fait_de, wanted), self._open_alone, self)

    def _open(self, current: QModelIndex, _previous: QModelIndex) -> None:
        fait = current.data(FAIT_ROLE) if current.isValid() else None
        if fait is not None:
            self.ouvert.show_fait(fait, current.data(SITE_ROLE))

    def _page_read(self, first: QModelIndex, last: QModelIndex) -> None:
        """La page de la ligne choisie vient d'être lue."""
        current = self.list.currentIndex()
        if first.row() <= current.row() <= last.row():
            self._open(current, current)

    def _open_alone(self, fait: Fait | None) -> None:
        """Un fait demandé, loin dans la liste : sa carte seule."""
        if fait is not None:
            self.ouvert.show_fait(fait, self.model.tete.sites.get(fait.site_id or ""))

    def _open_day(self, day: date) -> None:
        """Un jour de la frise : ses faits, sans quitter le lieu."""
        filtre = replace(self._filtre(), du=day, au=day)
        self._context.tasks.query(
            lambda cahier: next(iter(cahier.faits(filtre, 1)), None), self._open_alone, self
        )

    def _go_to(self, trouvaille: Trouvaille) -> None:
        if trouvaille.genre in ECRANS:
            self._context.go(ECRANS[trouvaille.genre], trouvaille.id)
        elif trouvaille.genre is GenreTrouvaille.site:
            self._show_everything()
            self.filters.site.choose(trouvaille.id)
        elif trouvaille.genre is GenreTrouvaille.echeance:
            self._context.tasks.query(
                partial(situation_de, trouvaille.id), partial(self._context.go, "situations"), self
            )
        else:
            self._context.tasks.query(
                lambda cahier: cahier.tournee(trouvaille.id),
                lambda tournee: self.banner.tell(
                    f"{trouvaille.precision.lire()} : {tournee.note.lire()}"
                ),
                self,
            )

    def _show_everything(self) -> None:
        self.gardes.leave()
        self.filters.clear()
        self.search.clear()

    def _show_gardes(self, gardes: Sequence[FiltreGarde]) -> None:
        self.gardes.show_gardes(gardes)
        self._follow_gardes()

    def _show_garde(self, garde: FiltreGarde) -> None:
        self.search.setText(garde.filtre.texte)
        self.filters.show_garde(garde)

    def _keep(self, nom: str) -> None:
        garde = self.filters.garder(nom, self.search.text())

        def keep(cahier: Cahier) -> Sequence[FiltreGarde]:
            cahier.save_filtre(garde)
            return cahier.filtres()

        self._context.tasks.query(keep, self._show_gardes, self)

    def _drop(self, nom: str) -> None:
        def drop(cahier: Cahier) -> Sequence[FiltreGarde]:
            cahier.delete_filtre(nom)
            return cahier.filtres()

        self.gardes.leave()
        self._context.tasks.query(drop, self._show_gardes, self)

    def _reopen(self, fait_id: str) -> None:
        self._wanted = fait_id
        self._search()
