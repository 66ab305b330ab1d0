"""Programme : la vraie fenêtre, verrouillée de toutes les façons, sous chaque dialogue.

Usage : `python -m epreuves.verrouiller DOSSIER [oublieux]`. À chaque étape il dit une ligne, puis
attend une ligne : un autre processus fouille alors sa mémoire. `oublieux` est le défaut du témoin :
une copie de la clé est gardée au lieu d'être effacée.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import product
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from epreuves.journee import CTRL, PHRASE, fil, ouvrir_la_fenetre, vos_mots
from fenetres import creer_un_cahier
from gestes import Gestes
from tat_carnet.store import cahier as store_cahier
from tat_carnet.store.cles import DataKey
from tat_carnet.store.kdf import FLOOR
from tat_carnet.ui.verrou.guards import Guards

OUBLIEES: list[bytes] = []
NOTE = "Ombrétéquine et Quonésibroque"


def dire(ligne: str) -> None:
    """Dit une ligne et attend qu'on ait fini de fouiller."""
    sys.stdout.write(ligne + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


def par_le_bouton(gestes: Gestes) -> None:
    gestes.session.lock.click()


def par_le_raccourci(gestes: Gestes) -> None:
    cible = QApplication.activeModalWidget() or gestes.window
    QTest.keyClick(cible.windowHandle(), Qt.Key.Key_L, CTRL)


def par_l_inactivite(gestes: Gestes) -> None:
    gestes.window._idle._last -= 24 * 3_600
    gestes.window._idle._tick()


def par_un_defaut(gestes: Gestes) -> None:
    gestes.window.findChild(Guards)._lock_soon()


DECLENCHEURS: dict[str, Callable[[Gestes], None]] = {
    "bouton": par_le_bouton,
    "raccourci": par_le_raccourci,
    "inactivité": par_l_inactivite,
    "défaut": par_un_defaut,
}
DIALOGUES: dict[str, Callable[[QWidget], object]] = {
    "éditeur": lambda _: None,
    "fichiers": lambda parent: QFileDialog(parent).exec(),
    "message": lambda parent: QMessageBox(parent).exec(),
    "dialogue": lambda parent: QDialog(parent).exec(),
    "menu": lambda parent: QMenu(parent).exec(),
}


def essayer(gestes: Gestes, dossier: Path, declencheur: str, dialogue: str) -> None:
    """Tape, ouvre un dialogue, verrouille, regarde, rouvre, relit le brouillon."""
    gestes.session.go("saisie")
    gestes.attendre()
    vos_mots(gestes).setPlainText(f"{NOTE} {declencheur} {dialogue}")
    debut = [0.0]

    def declencher() -> None:
        debut[0] = time.monotonic()
        DECLENCHEURS[declencheur](gestes)

    QTimer.singleShot(50, declencher)
    QTimer.singleShot(8_000, renoncer)
    DIALOGUES[dialogue](gestes.window)
    attente(lambda: gestes.window.tasks is None and debut[0] > 0)
    duree = time.monotonic() - debut[0]
    ouverts = [lien for lien in descripteurs() if str(dossier) in lien]
    dire(f"verrouillé|{declencheur}|{dialogue}|{duree:.2f}|{len(ouverts)}")
    gestes.attendre()
    seuil = gestes.window.centralWidget()
    seuil.secret.line.setText(PHRASE)
    gestes.clic(seuil.button)
    gestes.attendre_la_session()
    revenu = vos_mots(gestes).toPlainText() == f"{NOTE} {declencheur} {dialogue}"
    dire(f"rouvert|{declencheur}|{dialogue}|{gestes.session.place}|{revenu}")


def renoncer() -> None:
    """Ferme un dialogue que rien n'a fermé : l'épreuve doit finir pour le dire."""
    for ouvert in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
        if ouvert is not None:
            ouvert.close()


def attente(condition: Callable[[], bool]) -> None:
    """Fait tourner la boucle, dix secondes au plus."""
    limite = time.monotonic() + 10
    while not condition() and time.monotonic() < limite:
        QApplication.processEvents()
        time.sleep(0.002)


def descripteurs() -> list[str]:
    """Où mènent les descripteurs ouverts de ce processus."""
    liens = []
    for lien in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            liens.append(str(lien.readlink()))
    return liens


def main(lieu: str, defaut: str = "") -> None:
    dossier = Path(lieu)
    if defaut == "oublieux":
        patch.object(DataKey, "wipe", lambda cle: OUBLIEES.append(bytes(cle.raw))).start()
    patch.object(store_cahier, "calibrate", lambda: FLOOR).start()
    gestes = ouvrir_la_fenetre(dossier)
    Guards(gestes.window)
    creer_un_cahier(gestes, PHRASE)
    fil.commencer(gestes)
    dire("ouvert")
    combien = int(os.environ.get("COMBIEN", "999"))
    for declencheur, dialogue in list(product(DECLENCHEURS, DIALOGUES))[:combien]:
        essayer(gestes, dossier, declencheur, dialogue)
    vos_mots(gestes).setPlainText(f"{NOTE} signal")
    gestes.attendre()
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGTERM))
    QApplication.exec()
    dire(f"fini|{len([lien for lien in descripteurs() if str(dossier) in lien])}")


if __name__ == "__main__":
    main(*sys.argv[1:])
