"""Le cahier ouvert à l'écran : la barre latérale et les écrans. Verrouiller la détruit entière."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from tat_carnet.ui import aller
from tat_carnet.ui.coffre.sauvegardes import Sauvegardes
from tat_carnet.ui.conservation.ruban import Ruban
from tat_carnet.ui.conservation.suivi import Suivi
from tat_carnet.ui.context import Context
from tat_carnet.ui.projection import SHORTCUT, Curtain, ProjectionRibbon
from tat_carnet.ui.theme.tokens import E4, E8, E12, E16
from tat_carnet.ui.verrou.typing_guard import TypingGuard
from tat_carnet.ui.widgets.basics import Button, IconLabel, frame, horizontal, label, vertical
from tat_carnet.ui.widgets.page import Page
from tat_carnet.ui.widgets.tall import scrolling
from tat_carnet.usecases.corbeille import vider_corbeille

SCREENS: Final = (
    ("aujourdhui", "Aujourd’hui", "house", "tat_carnet.ui.aujourdhui.view:AujourdhuiView"),
    ("saisie", "Noter", "pencil-line", "tat_carnet.ui.saisie.view:SaisieView"),
    ("cahier", "Cahier", "notebook-pen", "tat_carnet.ui.cahier.view:CahierView"),
    (
        "situations",
        "Situations",
        "sprout",
        "tat_carnet.ui.situations.view:SituationsView",
    ),
    ("sites", "Sites", "map-pin", "tat_carnet.ui.sites.view:SitesView"),
    ("reunions", "Réunions", "users", "tat_carnet.ui.reunions.view:ReunionsView"),
    ("courriers", "Courriers", "file-text", "tat_carnet.ui.courriers.view:CourriersView"),
    ("annuaire", "Annuaire", "book-open", "tat_carnet.ui.annuaire.view:AnnuaireView"),
    ("sorties", "Sorties", "archive", "tat_carnet.ui.sorties.view:SortiesView"),
    ("reglages", "Réglages", "settings", "tat_carnet.ui.reglages.view:ReglagesView"),
    ("aide", "Aide", "info", "tat_carnet.ui.aide.view:AideView"),
)
"""Nom, mot affiché, icône, classe : un écran de plus est une ligne de plus."""

ANNEXES: Final = (
    (
        "compte_rendu",
        "Compte-rendu",
        "reunions",
        "tat_carnet.ui.compte_rendu.view:CompteRenduView",
    ),
    ("corbeille", "Corbeille", "cahier", "tat_carnet.ui.corbeille.view:CorbeilleView"),
    ("papier", "Imprimer le cahier", "cahier", "tat_carnet.ui.papier.view:PapierView"),
    ("importer", "Importer un tableur", "cahier", "tat_carnet.ui.importer.view:ImporterView"),
    (
        "conservation",
        "Conservation",
        "reglages",
        "tat_carnet.ui.conservation.view:ConservationView",
    ),
    (
        "requisition",
        "Réquisition",
        "reglages",
        "tat_carnet.ui.conservation.requisition:RequisitionView",
    ),
    (
        "rectificatif",
        "Rectifier ce qui est sorti",
        "sorties",
        "tat_carnet.ui.rectificatif.view:RectificatifView",
    ),
    (
        "vignette",
        "Vignette",
        "situations",
        "tat_carnet.ui.situations.vignette:VignetteView",
    ),
)
"""Nom, titre, écran de la barre dont il dépend, classe : les écrans où mène un autre écran."""

_BUILT: Final = {name: (text, path) for name, text, _, path in (*SCREENS, *ANNEXES)}
_ENTRIES: Final = {name: parent for name, _, parent, _ in ANNEXES}


class SessionView(QWidget):
    """La barre latérale et l'écran choisi. `lock_asked` demande à verrouiller.

    Un écran n'est construit que lorsqu'on y va : la première vue arrive plus vite. Projeter les
    détruit tous, pour que rien de brut n'y reste ; `projection_changed` le dit à la fenêtre.
    """

    lock_asked = Signal()
    projection_changed = Signal(bool)

    def __init__(
        self,
        make_context: Callable[[Callable[..., None]], Context],
        place: str,
        *,
        projecting: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("role", "fond")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = make_context(self.go)
        self._keep_backups()
        TypingGuard(self)
        self._suivi = Suivi(self._context.tasks, self._context.clock, self)
        self._context = replace(self._context, suivi=self._suivi)
        self._pages: dict[str, Page] = {}
        self._entries: dict[str, Button] = {}
        self.place = place
        self.arguments: tuple[object, ...] = ()
        column = vertical(self, gap=0)
        if self._context.demo:
            column.addWidget(_demo_ribbon())
        self.ribbon = ProjectionRibbon(lambda: self.project(False))
        column.addWidget(self.ribbon)
        self._ruban = Ruban(self._suivi, lambda: self.go("requisition"))
        column.addWidget(self._ruban)
        row = horizontal(gap=0)
        column.addLayout(row, 1)
        row.addWidget(self._sidebar())
        self.setFocusProxy(self._entries[_ENTRIES.get(place, place)])
        self._stack = QStackedWidget()
        row.addWidget(self._stack, 1)
        self.aller = aller.AllerA(self, [(name, text) for name, (text, _) in _BUILT.items()])
        self.aller.chosen.connect(self.go)
        go_to = QShortcut(QKeySequence(aller.SHORTCUT), self)
        go_to.activated.connect(lambda: self.aller.open(QApplication.focusWidget()))
        self._context.tasks.failed.connect(self._tell)
        self._take_projection(projecting)
        self._stack.setCurrentWidget(self.page(place))

    def keep_house(self) -> None:
        """Les gestes d'ouverture : sauvegarde du jour, ce qui arrive à terme, corbeille.

        À demander après `go` : un seul fil tient le cahier, et sauvegarder prend des secondes
        quand il est gros ; l'écran d'abord, ceci ensuite.
        """
        if self._context.sauvegardes is not None:
            self._context.sauvegardes.start()
        self._suivi.start()
        now = self._context.clock()
        self._context.tasks.query(lambda cahier: vider_corbeille(cahier, now), lambda _: None, self)

    def _keep_backups(self) -> None:
        """La démonstration n'a rien à garder."""
        context = self._context
        if context.coffre is not None:
            backups = Sauvegardes(context.tasks, context.coffre, context.clock, self)
            self._context = replace(context, sauvegardes=backups)

    def go(self, name: str, *args: object) -> None:
        """Montre un écran, et lui passe `args` ; ce qu'on quitte est d'abord mis à l'abri."""
        self._flush_drafts()
        self.place, self.arguments = name, args
        for key, entry in self._entries.items():
            entry.setChecked(key == _ENTRIES.get(name, name))
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        page.arrive(*args)

    def page(self, name: str) -> Page:
        """L'écran de ce nom, construit au besoin ; projeté, un rideau s'il n'est pas fait pour."""
        if name not in self._pages:
            page = self._build(name)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def project(self, projecting: bool) -> None:
        """Entre en projection, ou en sort ; ce qui se tapait est d'abord mis à l'abri."""
        self._flush_drafts()
        self._take_projection(projecting)
        self.projection_changed.emit(projecting)
        self.go(self.place)

    def _take_projection(self, projecting: bool) -> None:
        """Détruit les écrans : les suivants ne recevront du cahier que ce qui se montre."""
        self._context = replace(self._context, projecting=projecting)
        self._context.tasks.projecting = projecting
        self.ribbon.setVisible(projecting)
        self._ruban.veil(projecting)
        self.projector.setChecked(projecting)
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def _build(self, name: str) -> Page:
        text, path = _BUILT[name]
        module, _, cls = path.partition(":")
        screen: type[Page] = getattr(import_module(module), cls)
        if self._context.projecting and not screen.projectable:
            return Curtain(text, lambda: self.project(False))
        page = screen(self._context)  # type: ignore[arg-type]
        if name in _ENTRIES:
            self._add_back(page, _ENTRIES[name])
        return page

    def _add_back(self, page: Page, parent: str) -> None:
        """Un écran où mène un autre a de quoi y revenir."""
        back = Button("Revenir", icon_name="arrow-left")
        back.setAccessibleName(f"Revenir : {_BUILT[parent][0]}")
        back.clicked.connect(lambda: self.go(parent))
        page.tools.addWidget(back)

    def flush(self) -> None:
        """Avant de verrouiller : met en file la saisie en cours, puis une sauvegarde."""
        self._flush_drafts()
        if self._context.sauvegardes is not None:
            self._context.sauvegardes.before_lock()

    def _flush_drafts(self) -> None:
        for page in self._pages.values():
            page.flush_draft()

    def _tell(self, phrase: str) -> None:
        self.page(self.place).banner.tell(phrase, "danger")

    def _sidebar(self) -> QWidget:
        side = frame("lateral")
        side.setFixedWidth(188)
        outer = vertical(side, gap=E4)
        outer.setContentsMargins(E12, E16, 0, E12)
        outer.addWidget(self._entries_area(), 1)
        column = vertical(gap=E4)
        column.setContentsMargins(0, 0, E12, 0)
        outer.addLayout(column)
        self.projector = Button("Projeter", "lateral", icon_name="eye-off", shortcut=SHORTCUT)
        self.projector.setCheckable(True)
        self.projector.setToolTip("Cacher tout ce qui est brut, le temps de projeter (F5)")
        self.projector.clicked.connect(self.project)
        column.addWidget(self.projector)
        self.lock = Button("Verrouiller", icon_name="lock", shortcut="Ctrl+L")
        self.lock.setToolTip("Verrouiller tout de suite (Ctrl+L)")
        self.lock.clicked.connect(self.lock_asked)
        column.addWidget(self.lock)
        return side

    def _entries_area(self) -> QScrollArea:
        """Les écrans ; sur un petit écran, ils défilent, et « Verrouiller » reste sous la main."""
        entries = QWidget()
        column = vertical(entries, gap=E4)
        column.setContentsMargins(0, 0, E12, 0)
        for rank, (name, text, icon_name, _) in enumerate(SCREENS, start=1):
            entry = Button(text, "lateral", icon_name=icon_name, shortcut=_shortcut(rank))
            entry.setCheckable(True)
            entry.clicked.connect(lambda _=False, n=name: self.go(n))
            column.addWidget(entry)
            self._entries[name] = entry
        column.addStretch(1)
        QShortcut(QKeySequence("F1"), self).activated.connect(lambda: self.go("aide"))
        return scrolling(entries)


def _demo_ribbon() -> QWidget:
    ribbon = frame("demo")
    row = horizontal(ribbon, gap=E8)
    row.setContentsMargins(E16, E4, E16, E4)
    row.addWidget(IconLabel("flask-conical", "alerte", 16))
    text = "Démonstration : tout est inventé, rien n’est gardé."
    row.addWidget(label(text, "alerte", wrap=False))
    row.addStretch(1)
    return ribbon


def _shortcut(rank: int) -> str:
    """« Alt+1 » à « Alt+9 », puis « Alt+0 » ; les suivants ont Ctrl+K, la souris et Tab."""
    return f"Alt+{rank % 10}" if rank <= 10 else ""
