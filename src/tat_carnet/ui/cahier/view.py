"""L'écran « Cahier »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QListView, QScrollArea, QStackedWidget

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.filtre import Filtre
from tat_carnet.ui.cahier.delegate import FaitDelegate
from tat_carnet.ui.cahier.detail import FaitDetail
from tat_carnet.ui.cahier.filters import Filters
from tat_carnet.ui.cahier.model import FAIT_ROLE, SITE_ROLE, FaitsModel
from tat_carnet.ui.context import Context
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import Button, label
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.page import Page

SEARCH_DELAY_MS = 60


class CahierView(Page):
    """La recherche, les filtres, la liste, et le fait ouvert à côté."""

    projectable = True

    def __init__(self, context: Context) -> None:
        super().__init__("Cahier", scrolling=False)
        self._context = context
        self._wanted: str | None = None
        self.model = FaitsModel(context.tasks)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Chercher un mot, un lieu, un début de mot")
        self.search.setAccessibleName("Chercher dans le cahier")
        self.search.setClearButtonEnabled(True)
        self.filters = Filters(context.clock().date())
        self.count = label("", "doux", wrap=False)
        self.tools.addWidget(self.count)
        self.importer = Button("Importer un tableur", "discret", icon_name="download")
        self.importer.clicked.connect(lambda: context.go("importer"))
        self.tools.addWidget(self.importer)
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
            ("Noter un fait", partial(context.go, "saisie")),
        )
        self.stack = QStackedWidget()
        for widget in (self.list, self.nothing, self.start):
            self.stack.addWidget(widget)
        self.detail = FaitDetail()
        self.detail.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.detail)
        self.area = area
        self.area.hide()
        self.body.addWidget(self.search)
        self.body.addWidget(self.filters)
        self.body.addWidget(Columns((self.stack, 5), (area, 4), stack_below=640), 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_DELAY_MS)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self.search.textChanged.connect(self._timer.start)
        self.filters.changed.connect(self._search)
        self.model.loaded.connect(self._loaded)
        self.list.selectionModel().currentChanged.connect(self._open)
        self.detail.edit_asked.connect(lambda fait: self._context.go("saisie", fait.id))
        self.detail.delete_asked.connect(self._delete)

    def arrive(self, fait_id: str | None = None, site_id: str | None = None) -> None:
        """Relit la liste ; `fait_id` : ouvrir ce fait ; `site_id` : les seuls faits de ce lieu."""
        self._wanted = fait_id
        self._context.tasks.query(
            lambda cahier: cahier.sites(), partial(self._set_sites, site_id), self
        )
        self._search()
        self.search.setFocus()

    def _set_sites(self, site_id: str | None, sites: Sequence[Site]) -> None:
        self.filters.set_sites(sites)
        if site_id is not None:
            self._show_everything()
            self.filters.site.choose(site_id)

    def _filtre(self) -> Filtre:
        return self.filters.apply(Filtre(texte=self.search.text()))

    def _search(self) -> None:
        self.model.search(self._filtre())

    def _loaded(self, total: int) -> None:
        self.count.setText(compte(total, "fait", "faits"))
        if total:
            self.stack.setCurrentWidget(self.list)
        else:
            empty = self._filtre().vide
            self.stack.setCurrentWidget(self.start if empty else self.nothing)
        row = self.model.row_of(self._wanted) if self._wanted else None
        self._wanted = None
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.setFocus()
        else:
            self.area.hide()
            self.detail.hide()

    def _open(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.detail.show_fait(current.data(FAIT_ROLE), current.data(SITE_ROLE))
            self.detail.show()
            self.area.show()

    def _show_everything(self) -> None:
        self.filters.clear()
        self.search.clear()

    def _delete(self, fait: Fait) -> None:
        self._context.tasks.change(
            lambda cahier: cahier.delete_fait(fait.id), lambda _: self._deleted(fait), self
        )

    def _deleted(self, fait: Fait) -> None:
        self._search()
        self.banner.tell(
            "Le fait est effacé.", action=("Le reprendre", partial(self._restore, fait))
        )

    def _restore(self, fait: Fait) -> None:
        self._wanted = fait.id
        self._context.tasks.change(
            lambda cahier: cahier.save_fait(fait), lambda _: self._restored(), self
        )

    def _restored(self) -> None:
        self.banner.tell("Le fait est revenu.")
        self._search()
