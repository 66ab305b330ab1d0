"""Dériver la clé : sa durée, et ce que la fenêtre en ressent, contre une boucle au repos."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

from bench.banc import Banc, alternate, windowed
from bench.cahiers import PHRASE
from tat_carnet.store.cahier import create, unlock
from tat_carnet.store.code_secours import draw
from tat_carnet.store.kdf import SALT_BYTES, calibrate, derive
from tat_carnet.store.kdf_process import derive_apart


def longest_gap(path: Path | None, seconds: float) -> tuple[float, float]:
    """Le plus long silence de la boucle pendant une ouverture, et sa durée ; sans `path`, au repos.

    La boucle bat toutes les millisecondes ; un battement qui manque est ce qu'on sentirait.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    from tat_carnet.ui.tasks import Tasks

    loop, beat = QEventLoop(), QTimer()
    beats = [time.perf_counter()]
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    beat.start(1)
    tasks = Tasks()
    if path is None:
        QTimer.singleShot(int(seconds * 1000), loop.quit)
    else:
        tasks.open(lambda: unlock(path, PHRASE), loop.quit, lambda _: loop.quit(), tasks)
    loop.exec()
    beat.stop()
    tasks.close()
    gap = max(later - sooner for sooner, later in pairwise(beats))
    return gap, beats[-1] - beats[0]


def mesurer(banc: Banc) -> None:
    """La dérivation calibrée, dans son processus et sur place ; puis la boucle."""
    settings, salt = calibrate(), os.urandom(SALT_BYTES)
    rounds = max(3, banc.tours // 3)
    ours, theirs = alternate(
        [lambda: derive_apart(PHRASE, salt, settings)] * rounds,
        [lambda: derive(PHRASE, salt, settings)] * rounds,
    )
    name = f"dériver la clé, {settings.memory_kib // 1024} Mio, à part"
    banc.report(name, median(ours), median(theirs), "environ 1 s")
    windowed()
    path = banc.folder / "À dériver.cahier"
    create(path, PHRASE, draw(), kdf=settings).close()
    gaps = [longest_gap(path, 0) for _ in range(rounds)]
    idle = [longest_gap(None, gaps[0][1])[0] for _ in range(rounds)]
    banc.report(
        "plus long silence de la boucle pendant l'ouverture",
        max(gap for gap, _ in gaps),
        max(idle),
        "ne se sent pas : 100 ms",
    )
