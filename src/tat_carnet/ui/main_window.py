"""La fenêtre : le seuil, ou le cahier ouvert. Un seul propriétaire du cahier, un seul verrou."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.settings import Settings
from tat_carnet.ui.coffre.threshold import Threshold
from tat_carnet.ui.context import Context
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.widgets.basics import label
from tat_carnet.usecases.ports import Coffre, OpenedCahier

if TYPE_CHECKING:
    from tat_carnet.usecases.compte_rendu import Preparation

TITLE = "Carnet"
"""Titre neutre : ni lieu, ni personne, ni nom de cahier dans la barre des tâches."""


class MainWindow(QMainWindow):
    """La fenêtre unique.

    `demo` est l'ouverture du cahier de démonstration, s'il s'agit d'elle. `clock` donne l'heure
    locale. `save_settings` écrit les
    préférences. `preparation` est le compte-rendu que la démonstration propose.
    """

    def __init__(
        self,
        coffre: Coffre,
        settings: Settings,
        save_settings: Callable[[Settings], None],
        *,
        clock: Callable[[], datetime] = datetime.now,
        exports_folder: Path | None = None,
        demo: Callable[[], OpenedCahier] | None = None,
        preparation: Preparation | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(QSize(640, 380))
        self.resize(1180, 760)
        self._coffre, self._demo = coffre, demo
        self._preparation = preparation
        self._settings, self._save_settings = settings, save_settings
        self._clock = clock
        self._exports_folder = exports_folder or Path.home()
        self._tasks: Tasks | None = None
        self._place = "aujourdhui"
        if demo is not None:
            self._show(_waiting())
            self._open(demo, self._demo_failed)
        elif coffre.exists:
            self._show_unlock(returning=False)
        else:
            self._show_creation()

    @property
    def tasks(self) -> Tasks | None:
        """Le fil du cahier ouvert, ou rien si c'est verrouillé."""
        return self._tasks

    def lock(self) -> None:
        """Verrouille : brouillon écrit, écrans détruits, base fermée, clé lâchée.

        Sans condition : un éditeur ouvert, une relecture en cours ne l'arrêtent pas.
        """
        from tat_carnet.ui.session import SessionView

        session = self.centralWidget()
        if isinstance(session, SessionView):
            self._place = session.place
            session.flush()
        self._close_cahier()
        _empty_clipboard()
        if self._demo is not None:
            self.close()
        else:
            self._show_unlock(returning=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Quitter verrouille d'abord."""
        session = self.centralWidget()
        if session is not None and hasattr(session, "flush"):
            session.flush()
        self._close_cahier()
        _empty_clipboard()
        event.accept()

    def _close_cahier(self) -> None:
        tasks, self._tasks = self._tasks, None
        if tasks is not None:
            tasks.close()
            tasks.deleteLater()

    def _show(self, widget: QWidget) -> None:
        """Montre `widget` et détruit ce qui était là."""
        former = self.takeCentralWidget()
        if former is not None:
            former.hide()
            former.deleteLater()
        self.setCentralWidget(widget)
        widget.setFocus()

    def _show_unlock(self, *, returning: bool) -> None:
        from tat_carnet.ui.coffre.unlock import UnlockView

        view = UnlockView(returning=returning)
        view.attempted.connect(
            lambda secret: self._open(lambda: self._coffre.unlock(secret), view.refuse)
        )
        self._show(view)

    def _show_creation(self) -> None:
        from tat_carnet.ui.coffre.creation import CreationView

        view = CreationView(self._coffre)
        view.confirmed.connect(
            lambda phrase, code: self._open(lambda: self._coffre.create(phrase, code), view.refuse)
        )
        self._show(view)

    def _open(
        self, opening: Callable[[], OpenedCahier], refuse: Callable[[ErreurConnue], None]
    ) -> None:
        tasks = Tasks(self)

        def failed(error: ErreurConnue) -> None:
            tasks.close()
            tasks.deleteLater()
            refuse(error)

        tasks.open(opening, lambda: self._opened(tasks), failed, self)

    def _opened(self, tasks: Tasks) -> None:
        from tat_carnet.ui.session import SessionView

        self._tasks = tasks
        session = SessionView(self._context, self._place)
        session.lock_asked.connect(self.lock)
        self._show(session)
        session.go(self._place)

    def _context(self, go: Callable[..., None]) -> Context:
        assert self._tasks is not None
        return Context(
            tasks=self._tasks,
            clock=self._clock,
            go=go,
            exports_folder=self._exports_folder,
            settings=self._settings,
            save_settings=self._remember,
            demo=self._demo is not None,
            preparation=self._preparation,
        )

    def _remember(self, settings: Settings) -> None:
        self._settings = settings
        self._save_settings(settings)

    def _demo_failed(self, error: ErreurConnue) -> None:
        page = Threshold()
        page.body.addWidget(label(error.phrase))
        self._show(page)


def _waiting() -> QWidget:
    page = Threshold()
    page.body.addWidget(label("Préparation de la démonstration…", "sous-titre"))
    return page


def _empty_clipboard() -> None:
    """Vide le presse-papiers et la sélection X11 si c'est nous qui les avons remplis."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
