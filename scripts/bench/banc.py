"""Ce que toute mesure emploie : un chronomètre, un témoin alterné, une ligne du tableau."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Action = Callable[[], object]
WIDTH = 50


@dataclass(frozen=True)
class Banc:
    """Un dossier à soi, la taille du plus gros cahier, le nombre de tours d'une mesure lente."""

    folder: Path
    faits: int
    tours: int

    def header(self) -> None:
        """La première ligne du tableau."""
        print(f"{'mesure (ms)':<{WIDTH}} {'carnet':>9} {'témoin':>9} {'rapport':>9}   cible")

    def report_memory(self, name: str, megabytes: float, target: str) -> None:
        """Une ligne de mémoire, en Mo."""
        self.report(name, megabytes / 1000, None, target)

    def report(self, name: str, ours: float, theirs: float | None, target: str) -> None:
        """Une ligne : durées reçues en secondes, rapport s'il y a un témoin, cible rappelée."""
        plain, ratio = "–", "–"
        if theirs is not None:
            plain = f"{theirs * 1000:.2f}"
            ratio = f"{ours / theirs:.2f} ×"
        line = f"{name:<{WIDTH}} {ours * 1000:>9.2f} {plain:>9} {ratio:>9}"
        print(f"{line.replace('.', ',')}   {target}", flush=True)


def timed(action: Action) -> float:
    """La durée d'un appel, en secondes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def alternate(ours: Sequence[Action], theirs: Sequence[Action]) -> tuple[list[float], list[float]]:
    """Les durées des deux côtés, mesurés tour à tour."""
    pairs = [(timed(one), timed(other)) for one, other in zip(ours, theirs, strict=True)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def launch(program: str, *arguments: str) -> Action:
    """Un lancement complet : un nouveau processus, jusqu'à ce qu'il finisse de lui-même.

    Le code compilé est gardé d'un lancement à l'autre, comme chez la personne.
    """
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", program, *arguments]
    return lambda: subprocess.run(command, check=True, env=environment)


def resident(field: str = "Rss") -> float:
    """La mémoire de ce processus, en Mo : « Rss » en tout, « Pss » sa part de ce qu'on partage."""
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    (kilobytes,) = (line.split()[1] for line in text.splitlines() if line.startswith(f"{field}:"))
    return int(kilobytes) / 1024


@cache
def windowed() -> None:
    """Prépare Qt dans ce processus, pour les mesures qui ont besoin d'une fenêtre."""
    from tat_carnet.bootstrap import make_app

    make_app()
