"""Un défaut du programme : son genre et ses lignes se disent, jamais une valeur ni un message.

PySide6 dit lui-même l'exception d'un slot, avec son message, et continue ; elle passe ici d'abord.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

Report = Callable[[], None]


def log_without_content(
    kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None
) -> None:
    """Écrit le genre d'un défaut et les lignes qui y mènent, la plus proche d'abord."""
    places = [f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_tb(trace)]
    logging.getLogger("tat_carnet").error("défaut %s à %s", kind.__name__, " < ".join(places[::-1]))


def silence_traces() -> None:
    """Fait passer tout défaut, d'où qu'il vienne, par `log_without_content`."""
    sys.excepthook = log_without_content
    threading.excepthook = _log_from_thread
    sys.unraisablehook = _log_unraisable


def on_fault(report: Report) -> None:
    """Comme `silence_traces`, et `report` est appelé pour un défaut du fil principal."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log_without_content(kind, error, trace)
        _forget_last()
        report()

    silence_traces()
    sys.excepthook = hook


def _log_from_thread(fault: threading.ExceptHookArgs) -> None:
    log_without_content(fault.exc_type, fault.exc_value, fault.exc_traceback)


def _log_unraisable(fault: sys.UnraisableHookArgs) -> None:
    log_without_content(fault.exc_type, fault.exc_value, fault.exc_traceback)


def _forget_last() -> None:
    """Python garde la dernière exception, donc les variables de chaque fonction traversée."""
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        if hasattr(sys, name):
            delattr(sys, name)
