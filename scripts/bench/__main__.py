"""Imprime le tableau des mesures ; `--seulement NOM` n'en prend que quelques-unes."""

from __future__ import annotations

import argparse
import os
import pkgutil
import tempfile
from importlib import import_module
from pathlib import Path

from bench import mesures
from bench.banc import Banc

NOMS = sorted(module.name for module in pkgutil.iter_modules(mesures.__path__))


def names(text: str) -> list[str]:
    """Les mesures demandées, séparées par des virgules ; `ArgumentTypeError` si l'une manque."""
    asked = [name for name in text.split(",") if name]
    for name in asked:
        if name not in NOMS:
            raise argparse.ArgumentTypeError(f"« {name} » : les mesures sont {', '.join(NOMS)}")
    return asked


def main() -> None:
    """Joue les mesures l'une après l'autre."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--seulement", type=names, default=[], metavar="NOM,NOM")
    parser.add_argument("--faits", type=int, default=100_000, help="taille du plus gros cahier")
    parser.add_argument("--tours", type=int, default=15, help="répétitions des mesures lentes")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        banc = Banc(Path(folder), options.faits, options.tours)
        banc.header()
        for name in options.seulement or NOMS:
            import_module(f"bench.mesures.{name}").mesurer(banc)


if __name__ == "__main__":
    main()
