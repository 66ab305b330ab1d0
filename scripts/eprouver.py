"""`make eprouver` : les épreuves du coffre, entières ; une table : cas joués, pertes, secondes.

Reprend les fonctions de `tests/epreuves`, avec leurs grands nombres, deux épreuves à la fois.
`--seulement 03,05` n'en joue que deux ; `--part 0.1` un dixième de chacune. Le code de sortie dit
s'il y a eu une perte.
"""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ESSAIS = Path(__file__).parents[1] / "tests"
LARGEUR = 92


def epreuves(seulement: list[str]) -> Iterator[str]:
    """Les modules des épreuves demandées, dans l'ordre de leur numéro."""
    for path in sorted((ESSAIS / "epreuves").glob("test_[0-9]*.py")):
        if not seulement or path.stem.split("_")[1] in seulement:
            yield path.stem


def jouer(nom: str, part: float) -> tuple[str, int]:
    """Joue une épreuve, dans un processus à elle ; rend ses lignes et le nombre de pertes."""
    sys.path.insert(0, str(ESSAIS))
    module = importlib.import_module(f"epreuves.{nom}")
    from epreuves.epreuve import Bilan, derivation_rapide

    debut = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="epreuve-") as dossier, derivation_rapide():
        try:
            bilan = module.eprouver(max(1, round(module.COMPLET * part)), Path(dossier))
        except Exception as panne:
            bilan = Bilan(0, (f"l'épreuve a échoué : {type(panne).__name__} {panne}",))
    return ligne(nom, module.TITRE, bilan, round(time.monotonic() - debut)), len(bilan.pertes)


def ligne(nom: str, titre: str, bilan: object, secondes: int) -> str:
    """Ce qu'une épreuve ajoute à la table."""
    nombre, pertes, mesure = (getattr(bilan, champ) for champ in ("nombre", "pertes", "mesure"))
    numero = nom.split("_")[1]
    lignes = [f"{numero:>2}  {titre:<{LARGEUR}} {nombre:>6} {len(pertes):>6} {secondes:>5}"]
    lignes += [f"    {mesure}"] if mesure else []
    return "\n".join(lignes + [f"    PERTE {perte}" for perte in pertes[:20]])


def main() -> int:
    """Imprime la table ; 1 s'il y a une perte."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--part", type=float, default=1.0, help="part des cas à jouer")
    parser.add_argument("--seulement", default="", help="numéros, séparés par des virgules")
    parser.add_argument("--ensemble", type=int, default=2, help="épreuves jouées à la fois")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    seulement = [numero for numero in options.seulement.split(",") if numero]
    debut = time.monotonic()
    print(f"n°  {'épreuve':<{LARGEUR}} {'cas':>6} {'pertes':>6} {'s':>5}", flush=True)
    pertes = 0
    # Un processus neuf par épreuve : les réglages et les défauts de l'une ne restent pas à l'autre.
    with ProcessPoolExecutor(
        options.ensemble, multiprocessing.get_context("spawn"), max_tasks_per_child=1
    ) as ouvriers:
        for jouee in [ouvriers.submit(jouer, nom, options.part) for nom in epreuves(seulement)]:
            texte, perdues = jouee.result()
            print(texte, flush=True)
            pertes += perdues
    print(f"{pertes} perte(s), {round((time.monotonic() - debut) / 60)} minutes")
    return 1 if pertes else 0


if __name__ == "__main__":
    sys.exit(main())
