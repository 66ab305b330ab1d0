"""La fenêtre : le seuil, ou le cahier ouvert. Un seul propriétaire du cahier, un seul verrou."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QMainWindow, QWidget

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.coffre.threshold import Threshold
from tat_carnet.ui.fermeture import CLOSING, OUTCOMES, Closed
from tat_carnet.ui.importing import read_ahead
from tat_carnet.ui.verrou.clipboard import ClipboardGuard
from tat_carnet.ui.verrou.dialogs import close_dialogs, only_our_dialogs
from tat_carnet.ui.verrou.idle import IdleWatch
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import label

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from tat_carnet.settings import Settings
    from tat_carnet.ui.context import Context
    from tat_carnet.ui.tasks import Tasks
    from tat_carnet.usecases.ports import Coffre, OpenedCahier

TITLE = "Carnet"
"""Titre neutre : ni lieu, ni personne, ni nom de cahier dans la barre des tâches."""

FAULT: Final = "Un défaut du programme est survenu."
REOPEN_S: Final = 60.0
"""Ce qu'une ouverture attend, au plus, d'une fermeture qui n'en finit pas."""


class MainWindow(QMainWindow):
    """La fenêtre unique.

    `demo` est l'ouverture du cahier de démonstration, s'il s'agit d'elle. `clock` donne l'heure
    locale. `save_settings` écrit les
    préférences.
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
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(QSize(640, 380))
        self.resize(1180, 760)
        self._coffre, self._demo = coffre, demo
        self._settings, self._save_settings = settings, save_settings
        self._clock = clock
        self._exports_folder = exports_folder or Path.home()
        self._tasks: Tasks | None = None
        self._opening: Tasks | None = None
        self._former: Tasks | None = None
        self._lock_once_open = False
        self._place = "aujourdhui"
        self._projecting = False
        self._arguments: tuple[object, ...] = ()
        self._clipboard = ClipboardGuard(self)
        self._idle = IdleWatch(settings.verrou_minutes * 60, self)
        self._idle.lock_asked.connect(self.lock)
        self._idle.projection_asked.connect(self._project_from_above)
        if demo is not None:
            self._show(_waiting("Préparation de la démonstration…"))
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

        Sans condition, en deux secondes au plus : ni un éditeur, ni un dialogue, ni une sortie en
        cours ne l'arrêtent. Une ouverture en cours se referme dès qu'elle aboutit.
        """
        self._lock()

    def lock_after_fault(self) -> None:
        """Comme `lock`, et dit qu'un défaut du programme en est la cause."""
        self._lock(FAULT)

    def _lock(self, cause: str = "") -> None:
        self._lock_once_open = self._opening is not None
        self._clipboard.empty()
        if self._tasks is None:
            self._tell(cause)
            return
        closed = self._close_cahier()
        if self._demo is None:
            self._show_unlock(returning=True)
        elif cause:
            self._show(_waiting("La démonstration est fermée."))
        else:
            self.close()
        if cause or closed is not Closed.whole:
            self._tell(f"{cause} {OUTCOMES[closed]}".strip())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Quitter verrouille d'abord."""
        self._close_cahier()
        self._clipboard.empty()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Réduire la fenêtre verrouille, si c'est demandé dans les réglages."""
        super().changeEvent(event)
        reduced = event.type() is QEvent.Type.WindowStateChange and self.isMinimized()
        if reduced and self._settings.verrou_reduit:
            self.lock()

    def _close_cahier(self) -> Closed:
        """Ferme dialogues, écrans et cahier."""
        close_dialogs(self)
        tasks, self._tasks = self._tasks or self._opening, None
        self._opening = None
        if tasks is None:
            return Closed.whole
        tasks.leave()
        flushed = self._leave_session()
        closed = tasks.close(lambda: self._show_now(_waiting(CLOSING)))
        tasks.deleteLater()
        self._former = tasks if closed is Closed.pending else None
        return closed if flushed else Closed.lost

    def _leave_session(self) -> bool:
        """Retient la place, met le brouillon en file, détruit les écrans ; faux si l'un faute."""
        from tat_carnet.ui.session import SessionView

        session = self.centralWidget()
        if not isinstance(session, SessionView):
            return True
        self._place, self._arguments = session.place, session.arguments
        try:
            session.flush()
        except Exception:
            # Un défaut d'écran n'empêche pas de verrouiller ; il se dit comme tout défaut.
            sys.excepthook(*sys.exc_info())
            return False
        finally:
            session.hide()
        return True

    def _show_now(self, widget: QWidget) -> None:
        """Montre `widget` et le dessine tout de suite : la fenêtre va cesser de répondre."""
        self._show(widget)
        widget.show()
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.repaint()

    def _show(self, widget: QWidget) -> None:
        """Montre `widget` ; Qt cache et détruit ce qui était là.

        L'ancien écran garde son parent jusque-là : le retirer d'abord referait tous ses styles
        (0,3 s), et le laisserait à Python, qu'un autre fil peut faire ramasser.
        """
        self.setCentralWidget(widget)
        widget.setFocus()

    def _tell(self, sentence: str) -> None:
        """Dit une phrase en haut du seuil."""
        page = self.centralWidget()
        if sentence and isinstance(page, Threshold):
            banner = Banner()
            banner.tell(sentence, "danger")
            page.body.insertWidget(0, banner)

    def _show_unlock(self, *, returning: bool) -> None:
        from tat_carnet.ui.coffre.unlock import UnlockView

        view = UnlockView(returning=returning)
        view.attempted.connect(
            lambda secret: self._open(lambda: self._coffre.unlock(secret), view.refuse)
        )
        view.rescue_asked.connect(
            lambda secret, kept: self._open(lambda: self._coffre.rescue(kept, secret), view.refuse)
        )
        self._show(view)

    def _show_creation(self) -> None:
        from tat_carnet.ui.coffre.creation import CreationView

        only_our_dialogs()
        view = CreationView(self._coffre)
        view.confirmed.connect(
            lambda phrase, code: self._open(lambda: self._coffre.create(phrase, code), view.refuse)
        )
        self._show(view)

    def _open(
        self, opening: Callable[[], OpenedCahier], refuse: Callable[[ErreurConnue], None]
    ) -> None:
        from tat_carnet.ui.tasks import Tasks

        tasks = self._opening = Tasks(self)
        self._lock_once_open = False

        def failed(error: ErreurConnue) -> None:
            self._opening = None
            tasks.close()
            tasks.deleteLater()
            refuse(error)

        former, self._former = self._former, None

        def once_free() -> OpenedCahier:
            if former is not None:
                former.wait_closed(REOPEN_S)
            read_ahead.give_up()
            return opening()

        tasks.open(once_free, lambda: self._opened(tasks), failed, self)

    def _opened(self, tasks: Tasks) -> None:
        from tat_carnet.ui.session import SessionView

        only_our_dialogs()
        self._tasks, self._opening = tasks, None
        if self._lock_once_open:
            self.lock()
            return
        session = SessionView(self._context, self._place, projecting=self._projecting)
        session.lock_asked.connect(self.lock)
        session.projection_changed.connect(self._project)
        self._show(session)
        session.go(self._place, *self._arguments)
        session.keep_house()

    def _project_from_above(self) -> None:
        """F5 par-dessus la fenêtre : ce qui s'y est ouvert se ferme d'abord, au mur aussitôt."""
        from tat_carnet.ui.session import SessionView

        session = self.centralWidget()
        if isinstance(session, SessionView):
            close_dialogs(self)
            session.project(not self._projecting)

    def _project(self, projecting: bool) -> None:
        """Ce qui est hors des écrans ; déverrouiller devant le mur n'y met pas fin."""
        self._projecting = projecting
        close_dialogs(self)
        self._clipboard.empty()

    def _context(self, go: Callable[..., None]) -> Context:
        from tat_carnet.ui.context import Context

        assert self._tasks is not None
        return Context(
            tasks=self._tasks,
            clock=self._clock,
            go=go,
            exports_folder=self._exports_folder,
            settings=self._settings,
            save_settings=self._remember,
            coffre=None if self._demo is not None else self._coffre,
            demo=self._demo is not None,
        )

    def _remember(self, settings: Settings) -> None:
        self._settings = settings
        self._idle.delay_s = settings.verrou_minutes * 60
        self._save_settings(settings)

    def _demo_failed(self, error: ErreurConnue) -> None:
        page = Threshold()
        page.body.addWidget(label(error.phrase))
        self._show(page)


def _waiting(sentence: str) -> QWidget:
    page = Threshold()
    page.body.addWidget(label(sentence, "sous-titre"))
    return page
