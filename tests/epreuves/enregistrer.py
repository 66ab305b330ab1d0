"""Programme : enregistre vingt faits et confirme chacun sur sa sortie. `synchronous=OFF` : témoin.

Usage : `python -m epreuves.enregistrer CAHIER [synchronous=OFF]`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from epreuves.epreuve import derivation_rapide
from store.aides import PHRASE, fait
from tat_carnet.store.cahier import unlock


def main(path: str, defaut: str = "") -> None:
    with derivation_rapide(), unlock(Path(path), PHRASE) as cahier:
        if defaut:
            cahier._base.rows(f"PRAGMA {defaut}")
        lieu = cahier.sites()[0]
        for rang in range(20):
            cahier.save_fait(fait(lieu, f"fait {rang}"))
            os.write(1, b"!\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
