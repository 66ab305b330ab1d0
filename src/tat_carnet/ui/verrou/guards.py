"""Ce que la vraie exécution ajoute à la fenêtre : défauts du programme, signaux, bureau.

Les essais n'en posent que ce qu'ils éprouvent ; `bootstrap.run_window` pose tout.
"""

from __future__ import annotations

import sys
import threading
from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from tat_carnet.ui.importing import read_ahead
from tat_carnet.ui.main_window import MainWindow
from tat_carnet.ui.theme.theme import current_theme
from tat_carnet.ui.verrou.fault import log_without_content, on_fault
from tat_carnet.ui.verrou.unix_signals import UnixSignals

DESKTOP_DELAY_MS: Final = 300
"""Le temps que la fenêtre se dessine : écouter le bureau n'a pas à la retarder."""

READ_AHEAD: Final = (
    "tat_carnet.store.cahier",
    "tat_carnet.ui.session",
    "tat_carnet.ui.aujourdhui.view",
)


def _read_ahead() -> None:
    """Charge le coffre et le premier écran pendant que la personne tape sa phrase."""
    for name in READ_AHEAD:
        import_module(name)


class Guards(QObject):
    """Les gardes d'une fenêtre, aussi longtemps qu'elle."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._fault_told = True
        on_fault(self._lock_soon)
        UnixSignals(self).received.connect(self._leave)
        QTimer.singleShot(DESKTOP_DELAY_MS, self, self._settle)

    def _settle(self) -> None:
        """La fenêtre est dessinée : écouter le bureau, et lire d'avance ce qu'ouvrir demandera."""
        current_theme().follow()
        threading.Thread(target=read_ahead.run, args=(_read_ahead,), daemon=True).start()
        self._watch_desktop()

    def _watch_desktop(self) -> None:
        from tat_carnet.ui.verrou.desktop import watch_desktop

        watch_desktop(self).lock_asked.connect(self._window.lock)

    def _leave(self) -> None:
        self._window.close()
        QCoreApplication.quit()

    def _lock_soon(self) -> None:
        """Verrouille une fois le défaut sorti de la pile ; dix d'affilée n'en font qu'un."""
        if self._fault_told:
            self._fault_told = False
            QTimer.singleShot(0, self, self._lock_after_fault)

    def _lock_after_fault(self) -> None:
        try:
            self._window.lock_after_fault()
        except Exception as error:
            # Même verrouiller a échoué : il ne reste qu'à finir, ce qui lâche tout.
            log_without_content(type(error), error, error.__traceback__)
            sys.exit(1)
        self._fault_told = True
