"""Un seul fil importe à la fois, tant que l'application s'ouvre.

L'un qui charge un paquet, l'autre un de ses modules : chacun tient ce que l'autre attend, et Python
arrête l'un des deux (vu une fois, machine chargée, à l'ouverture de la démonstration).
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock


class ReadAhead:
    """Une lecture d'avance, que l'ouverture d'un cahier remplace."""

    def __init__(self) -> None:
        self._reading = Lock()
        self._given_up = False

    def run(self, read: Callable[[], None]) -> None:
        """Lit d'avance, si aucun cahier ne s'ouvre encore."""
        with self._reading:
            if not self._given_up:
                read()

    def give_up(self) -> None:
        """Un cahier s'ouvre : celle qui a commencé finit d'abord, une autre n'aurait plus lieu."""
        self._given_up = True
        with self._reading:
            pass


read_ahead = ReadAhead()
