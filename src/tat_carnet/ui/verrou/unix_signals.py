"""Les signaux du système : finir comme si la personne avait quitté.

Une boucle de Qt au repos n'exécute pas de Python, donc pas de poignée de signal : le tube que
Python écrit aussitôt la réveille.
"""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

WATCHED: Final = ("SIGTERM", "SIGINT", "SIGHUP")


class UnixSignals(QObject):
    """`received` dit qu'un signal demande à finir. À créer dans le fil principal."""

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(self._write, False)
        signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for name in WATCHED:
            number = getattr(signal, name, None)
            # `nohup` ignore SIGHUP : qui l'a voulu ainsi le garde.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _awaken)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def _drain(self) -> None:
        os.read(self._read, 64)
        self.received.emit()


def _awaken(_number: int, _frame: FrameType | None) -> None:
    """Rien ici : avoir une poignée suffit pour que Python écrive dans le tube."""
