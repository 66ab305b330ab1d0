"""L'inactivité : personne n'a touché la machine, ou elle a dormi."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWindow

TICK_MS: Final = 2000
SLEPT_S: Final = 1.0
"""L'écart entre les deux horloges ne bouge que si la machine a dormi ; ceci est sa tolérance."""

ACTIVITY: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


def since_boot() -> float:
    """Les secondes depuis le démarrage, mises en veille comprises quand le système le dit."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)


class IdleWatch(QObject):
    """Guette les gestes dans toutes les fenêtres. `lock_asked` : trop longtemps sans geste, veille
    finie, ou Ctrl+L là où le bouton « Verrouiller » n'est pas (un dialogue). `projection_asked` :
    F5 là où « Projeter » ne l'entend pas (une liste déroulée, un menu, un dialogue).

    `delay_s` est le temps permis sans geste ; `clock` compte les mises en veille, `awake` non.
    Le filtre est posé sur les fenêtres du système, qui reçoivent les gestes et eux seuls : posé
    sur l'application, il verrait passer chaque événement de chaque widget.
    """

    lock_asked = Signal()
    projection_asked = Signal()

    def __init__(
        self,
        delay_s: float,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = since_boot,
        awake: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.delay_s = delay_s
        self._clock, self._awake = clock, awake
        self._start_again()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        # Un dialogue qui vient de s'ouvrir entend Ctrl+L tout de suite ; le reste suit.
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)

    def check(self) -> bool:
        """Demande à verrouiller s'il le faut ; vrai si c'est demandé."""
        slept = self._clock() - self._awake() - self._asleep > SLEPT_S
        if not slept and self._clock() - self._last < self.delay_s:
            return False
        self._start_again()
        self.lock_asked.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Un geste repousse l'échéance ; trop tard, il verrouille, et ne fait rien d'autre."""
        if event.type() is QEvent.Type.ShortcutOverride:
            # La touche qui suit ira à la liste ou au menu ouvert à l'instant, pas encore guetté.
            self._watch_all()
        if event.type() not in ACTIVITY:
            return super().eventFilter(watched, event)
        if self.check():
            return True
        self._last = self._clock()
        if event.type() is not QEvent.Type.KeyPress:
            return False
        asked = self._asked(cast("QKeyEvent", event))
        if asked is not None:
            asked.emit()
        return asked is not None

    def _asked(self, event: QKeyEvent) -> SignalInstance | None:
        """Ce que demande cette touche ; tenue, F5 ne bascule qu'une fois."""
        keys, modifiers = QtCore.Qt.Key, event.modifiers()
        if event.key() == keys.Key_L and modifiers == QtCore.Qt.KeyboardModifier.ControlModifier:
            return self.lock_asked
        alone = modifiers == QtCore.Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat()
        return self.projection_asked if event.key() == keys.Key_F5 and alone else None

    def _tick(self) -> None:
        self._watch_all()
        self.check()

    def _watch_all(self) -> None:
        for window in QGuiApplication.allWindows():
            self._watch(window)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # sans effet s'il y est déjà

    def _start_again(self) -> None:
        self._last = self._clock()
        self._asleep = self._clock() - self._awake()
