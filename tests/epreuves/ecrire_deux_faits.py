"""Programme : note un fait entier, tape la moitié du second, le dit, puis attend qu'on le tue.

Usage : `python -m epreuves.ecrire_deux_faits DOSSIER`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from epreuves.journee import PHRASE, fil, ouvrir_la_fenetre
from fenetres import creer_un_cahier
from tat_carnet.store import cahier as store_cahier
from tat_carnet.store.kdf import FLOOR

PREMIER = "deux bancs réparés, la place revit"
SECOND = "trois seringues sous le pre"


def main(lieu: str) -> None:
    patch.object(store_cahier, "calibrate", lambda: FLOOR).start()
    gestes = ouvrir_la_fenetre(Path(lieu))
    creer_un_cahier(gestes, PHRASE)
    fil.commencer(gestes)
    fil.noter(gestes, "soli", PREMIER)
    saisie = gestes.page("saisie")
    saisie.form.type.choose("materiel_injection")
    saisie.form.details.materiel.setText("boîte jaune")
    saisie.form.raw.setFocus()
    gestes.texte(SECOND)

    def garde() -> bool:
        brouillon = gestes.lire(lambda cahier: cahier.brouillon())
        return brouillon is not None and brouillon.texte_brut.lire() == SECOND

    gestes.attendre_que(garde)
    sys.stdout.write("la moitié du second\n")
    sys.stdout.flush()
    QApplication.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
