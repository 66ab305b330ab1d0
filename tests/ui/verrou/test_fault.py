"""Un défaut du programme ne montre rien du cahier, d'où qu'il vienne.

Chaque défaut est provoqué dans un vrai processus, avec un mot du cahier dans son message et dans
ses variables. Contrôle positif : le même, sans les crochets, montre ce mot.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tat_carnet.ui.verrou.fault import log_without_content, on_fault, silence_traces

MOT = "Zéphyrin-du-bâtiment-C"

PROVOQUER = """
import logging, sys, threading
from PySide6.QtCore import QAbstractListModel, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QListView, QWidget

def faute(mot):
    local = mot
    raise ValueError(mot)

class Source(QObject):
    partie = Signal(str)

class Dessin(QWidget):
    def paintEvent(self, event):
        faute(MOT)

class Liste(QAbstractListModel):
    def rowCount(self, parent=None):
        return 1

    def data(self, index, role=0):
        faute(MOT)

class Fin:
    def __del__(self):
        faute(MOT)

def slot():
    source = Source()
    source.partie.connect(faute)
    source.partie.emit(MOT)

def minuterie():
    QTimer.singleShot(0, lambda: faute(MOT))

def dessin():
    tenus.append(Dessin())
    tenus[-1].show()

def liste():
    tenus.append((QListView(), Liste()))
    vue, modele = tenus[-1]
    vue.setModel(modele)
    vue.show()

def fil():
    fil = threading.Thread(target=faute, args=(MOT,))
    fil.start()
    fil.join()

def destruction():
    Fin()

def enchaine():
    try:
        faute(MOT)
    except ValueError:
        raise KeyError(MOT)

MOT, tenus = sys.argv[1], []
logging.basicConfig(format="%(levelname)s %(name)s %(message)s")
if sys.argv[3] == "crochets":
    from tat_carnet.ui.verrou.fault import on_fault
    on_fault(lambda: print("dit", hasattr(sys, "last_value"), flush=True))
app = QApplication([])
QTimer.singleShot(0, globals()[sys.argv[2]])
QTimer.singleShot(200, app.quit)
app.exec()
"""

DEFAUTS = ("slot", "minuterie", "dessin", "liste", "fil", "destruction", "enchaine")


def provoque(defaut: str, crochets: str, dossier: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROVOQUER, MOT, defaut, crochets],
        cwd=dossier,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )


@pytest.mark.parametrize("defaut", DEFAUTS)
def test_un_defaut_ne_montre_rien_du_cahier(defaut: str, tmp_path: Path) -> None:
    sortie = provoque(defaut, "crochets", tmp_path)

    assert MOT not in sortie.stderr + sortie.stdout
    assert "défaut ValueError à <string>:" in sortie.stderr or defaut == "enchaine"
    assert "défaut" in sortie.stderr


@pytest.mark.parametrize("defaut", DEFAUTS)
def test_sans_les_crochets_le_mot_se_voit(defaut: str, tmp_path: Path) -> None:
    assert MOT in provoque(defaut, "sans", tmp_path).stderr


def test_un_defaut_de_la_fenetre_est_rapporte_et_python_l_oublie(tmp_path: Path) -> None:
    """Gardée par Python, la dernière exception tiendrait les variables de l'écran."""
    assert provoque("slot", "crochets", tmp_path).stdout.splitlines() == ["dit False"]


@pytest.fixture
def crochets() -> Iterator[None]:
    """Rend les crochets de l'essai tels qu'ils étaient."""
    avant = sys.excepthook, sys.unraisablehook, threading.excepthook
    yield
    sys.excepthook, sys.unraisablehook, threading.excepthook = avant


@pytest.mark.usefixtures("crochets")
def test_un_defaut_d_un_autre_fil_ne_verrouille_pas() -> None:
    """Le fil du cahier rend ses défauts à la fenêtre ; ceux d'ailleurs ne la regardent pas."""
    rapports: list[bool] = []
    on_fault(lambda: rapports.append(True))
    fil = threading.Thread(target=lambda: 1 / 0)
    fil.start()
    fil.join()
    assert rapports == []

    sys.excepthook(ValueError, ValueError(MOT), None)
    assert rapports == [True]


@pytest.mark.usefixtures("crochets")
def test_au_depart_les_defauts_se_disent_deja_sans_contenu() -> None:
    silence_traces()

    assert sys.excepthook is log_without_content


def test_les_lignes_vont_de_la_plus_proche_a_la_plus_lointaine(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def interieur() -> None:
        raise KeyError(MOT)

    try:
        interieur()
    except KeyError as error:
        with caplog.at_level(logging.ERROR):
            log_without_content(type(error), error, error.__traceback__)
    proche, lointaine = caplog.messages[0].removeprefix("défaut KeyError à ").split(" < ")

    assert proche.startswith("test_fault.py:")
    assert int(proche.rpartition(":")[2]) < int(lointaine.rpartition(":")[2])
