"""`make eprouver` : les épreuves du coffre, entières ; une table : cas joués, pertes, secondes.

Reprend les fonctions de `tests/epreuves`, avec leurs grands nombres. `--seulement 03,05` n'en joue
que deux ; `--part 0.1` un dixième de chacune. Le code de sortie dit s'il y a eu une perte.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

ESSAIS = Path(__file__).parents[1] / "tests"
LARGEUR = 76


def epreuves(seulement: list[str]) -> list[tuple[str, ModuleType]]:
    """Les épreuves qui se comptent, dans l'ordre : leur numéro et leur module."""
    noms = sorted(path.stem for path in (ESSAIS / "epreuves").glob("test_*.py"))
    trouvees = [(nom.split("_")[1], importlib.import_module(f"epreuves.{nom}")) for nom in noms]
    return [
        (numero, module)
        for numero, module in trouvees
        if hasattr(module, "eprouver") and (not seulement or numero in seulement)
    ]


def jouer(numero: str, module: ModuleType, part: float) -> int:
    """Joue une épreuve, imprime sa ligne et ses pertes ; rend le nombre de pertes."""
    from epreuves.epreuve import Bilan, derivation_rapide

    debut = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="epreuve-") as dossier, derivation_rapide():
        try:
            bilan = module.eprouver(max(1, round(module.COMPLET * part)), Path(dossier))
        except Exception as panne:
            bilan = Bilan(0, (f"l'épreuve a échoué : {type(panne).__name__} {panne}",))
    duree = round(time.monotonic() - debut)
    titre = module.TITRE[:LARGEUR]
    print(f"{numero:>2}  {titre:<{LARGEUR}} {bilan.nombre:>6} {len(bilan.pertes):>6} {duree:>5}")
    if bilan.mesure:
        print(f"    {bilan.mesure}")
    for perte in bilan.pertes[:20]:
        print(f"    PERTE {perte}")
    sys.stdout.flush()
    return len(bilan.pertes)


def main() -> int:
    """Imprime la table ; 1 s'il y a une perte."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--part", type=float, default=1.0, help="part des cas à jouer")
    parser.add_argument("--seulement", default="", help="numéros, séparés par des virgules")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ESSAIS))
    print(f"n°  {'épreuve':<{LARGEUR}} {'cas':>6} {'pertes':>6} {'s':>5}", flush=True)
    seulement = [numero for numero in options.seulement.split(",") if numero]
    pertes = sum(jouer(numero, un, options.part) for numero, un in epreuves(seulement))
    return 1 if pertes else 0


if __name__ == "__main__":
    sys.exit(main())
