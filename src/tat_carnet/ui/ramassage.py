"""Ramasser les cycles de Python dans le fil de la fenêtre, et là seulement.

Le ramasse-miettes part dans le fil qui alloue, celui du cahier compris. S'il y détruit un widget,
Qt arrête le programme net (mesuré : une fois sur deux, au verrouillage suivi d'une sauvegarde).
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 1000


class Collector(QObject):
    """Remplace le ramassage automatique, tant que l'application vit."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_due)
        timer.start(INTERVAL_MS)


_posed: list[Collector] = []
"""Le chercher parmi les enfants de l'application ferait naître en Python ceux de Qt (10 ms)."""


def collect_here(app: QObject) -> None:
    """Pose le ramassage sur l'application ; sans effet s'il y est."""
    if not _posed:
        _posed.append(Collector(app))


def collect_due() -> None:
    """Ramasse la plus vieille génération qui a dépassé son seuil, comme le ferait Python."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [age for age in (0, 1, 2) if counts[age] > thresholds[age]]
    if due:
        gc.collect(due[-1])
