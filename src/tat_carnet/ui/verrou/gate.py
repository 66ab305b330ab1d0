"""La porte du cahier : un geste à la fois, jusqu'à ce qu'on la ferme.

Fermer une connexion SQLCipher pendant qu'un autre fil s'en sert attend la fin de sa requête, ou
arrête le programme net (mesuré). La porte attend son tour, et plus rien n'y passe après.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tat_carnet.usecases.ports import OpenedCahier

WITHOUT_THE_BASE: Final = frozenset({"backup", "recognises", "renew_key"})
"""Les gestes longs qui n'emploient pas la connexion, et supportent que le cahier se ferme."""


class Verrouille(Exception):
    """Le cahier s'est fermé sous un travail en cours ; personne n'attend plus son résultat."""


class Gate:
    """Répond comme le cahier ouvert qu'elle garde ; `Verrouille` après `close`."""

    def __init__(self, cahier: OpenedCahier) -> None:
        self._cahier = cahier
        self._turn = threading.Lock()
        self._closed = False

    def __getattr__(self, name: str) -> Any:
        gesture = getattr(self._cahier, name)
        if not callable(gesture):
            return gesture
        return partial(self._beside if name in WITHOUT_THE_BASE else self._alone, gesture)

    def close(self) -> None:
        """Attend la fin du geste en cours, puis ferme. Sans effet la seconde fois."""
        with self._turn:
            self._closed = True
            self._cahier.close()

    def _beside(self, gesture: Callable[..., Any], *args: object, **named: object) -> Any:
        if self._closed:
            raise Verrouille
        return gesture(*args, **named)

    def _alone(self, gesture: Callable[..., Any], *args: object, **named: object) -> Any:
        with self._turn:
            if self._closed:
                raise Verrouille
            return gesture(*args, **named)
