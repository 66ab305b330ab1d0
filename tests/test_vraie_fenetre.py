"""Sous un vrai serveur d'affichage (Xvfb), la fenêtre se dessine pour de bon.

Les autres essais dessinent hors écran ; celui-ci tient aussi la liste des bibliothèques que
`scripts/preparer.sh` installe pour Qt. Contrôle positif : un programme qui ne montre rien.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    shutil.which("xvfb-run") is None, reason="Xvfb manque : ./essayer l'installe"
)

REGARDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from tat_carnet import bootstrap

dossier, geste, regards = sys.argv[1:]
app = bootstrap.make_app()
window = bootstrap.make_window(Path(dossier) / "Carnet.cahier", demo=True)
if geste == "montrer":
    window.show()

def regarde(restants):
    image = app.primaryScreen().grabWindow(0).toImage()
    couleurs = {image.pixel(x, y) for x in range(0, 1200, 7) for y in range(0, 700, 7)}
    if len(couleurs) <= 10 and restants:
        QTimer.singleShot(100, lambda: regarde(restants - 1))
        return
    print(app.platformName(), len(couleurs))
    window.close()
    app.quit()

QTimer.singleShot(0, lambda: regarde(int(regards)))
app.exec()
"""


def regarde(dossier: Path, geste: str, regards: int) -> tuple[str, int]:
    """Le genre d'écran et combien de couleurs il montre, dès qu'il en a, ou après `regards`."""
    ecran = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
    sortie = subprocess.run(
        [*ecran, sys.executable, "-c", REGARDER, str(dossier), geste, str(regards)],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout.split()
    return sortie[0], int(sortie[1])


def test_la_demonstration_se_dessine_sur_un_vrai_ecran(tmp_path: Path) -> None:
    ecran, couleurs = regarde(tmp_path, "montrer", 200)

    assert ecran == "xcb"
    assert couleurs > 10


def test_sans_fenetre_l_ecran_reste_vide(tmp_path: Path) -> None:
    assert regarde(tmp_path, "cacher", 10) == ("xcb", 1)
