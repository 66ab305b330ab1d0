"""Les dialogues de Qt ne retiennent aucun dossier sur le disque.

Dans un processus neuf : un réglage de Qt, une fois lu, ne se défait plus. Contrôle positif : sans
`make_app`, le dossier choisi se lit dans `QtProject.conf`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHOISIR = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from tat_carnet import bootstrap

application = bootstrap.make_app() if sys.argv[2] == "make_app" else QApplication([])

def accepter():
    (dialogue,) = [w for w in application.topLevelWidgets() if isinstance(w, QFileDialog)]
    dialogue.accept()

QTimer.singleShot(200, accepter)
if sys.argv[3] == "dossier":
    print(QFileDialog.getExistingDirectory(None, "Où écrire ?", sys.argv[1]))
else:
    print(QFileDialog.getSaveFileName(None, "Où écrire ?", sys.argv[1] + "/document.pdf")[0])
"""


def choisir(maison: Path, dossier: Path, depart: str, dialogue: str) -> tuple[str, list[Path]]:
    """Le choix rendu, et les fichiers que le processus a laissés dans la maison."""
    avant = set(maison.rglob("*"))
    sortie = subprocess.run(
        [sys.executable, "-c", CHOISIR, str(dossier), depart, dialogue],
        env={**os.environ, "TMPDIR": str(maison), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    laisses = [chemin for chemin in set(maison.rglob("*")) - avant if chemin.is_file()]
    return sortie.stdout.strip(), laisses


@pytest.mark.parametrize(("dialogue", "suite"), [("dossier", ""), ("fichier", "/document.pdf")])
def test_un_dossier_choisi_ne_s_ecrit_nulle_part(
    maison: Path, tmp_path: Path, dialogue: str, suite: str
) -> None:
    assert choisir(maison, tmp_path, "make_app", dialogue) == (f"{tmp_path}{suite}", [])


def test_sans_make_app_qt_le_retient(maison: Path, tmp_path: Path) -> None:
    choisi, laisses = choisir(maison, tmp_path, "Qt seul", "dossier")

    assert choisi == str(tmp_path)
    assert [fichier.name for fichier in laisses] == ["QtProject.conf"]
    assert tmp_path.name in laisses[0].read_text(encoding="utf-8")
