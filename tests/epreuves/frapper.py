"""Programme : tape sans s'arrêter dans la vraie fenêtre, et dit combien de signes sont tapés.

Usage : `python -m epreuves.frapper DOSSIER [patient]`. `patient` est le défaut du témoin : le
brouillon attend une minute.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from epreuves.journee import PHRASE, fil, ouvrir_la_fenetre, vos_mots
from fenetres import creer_un_cahier
from tat_carnet.store import cahier as store_cahier
from tat_carnet.store.kdf import FLOOR
from tat_carnet.ui.saisie import view


def main(lieu: str, defaut: str = "") -> None:
    if defaut == "patient":
        patch.object(view, "DRAFT_DELAY_MS", 60_000).start()
    patch.object(store_cahier, "calibrate", lambda: FLOOR).start()
    gestes = ouvrir_la_fenetre(Path(lieu))
    creer_un_cahier(gestes, PHRASE)
    fil.commencer(gestes)
    editeur = vos_mots(gestes)
    debut = time.monotonic()

    def frapper() -> None:
        editeur.insertPlainText("x")
        longueur = len(editeur.toPlainText())
        sys.stdout.write(f"{longueur} {time.monotonic() - debut:.3f}\n")
        sys.stdout.flush()

    minuterie = QTimer()
    minuterie.timeout.connect(frapper)
    minuterie.start(20)
    QApplication.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
