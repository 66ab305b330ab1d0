"""Le presse-papiers : une seule forme, marquée secrète si elle est brute, et pas pour longtemps."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tat_carnet.ui.verrou.clipboard import SECRET_HINT, ClipboardGuard, CopiedText
from tat_carnet.ui.widgets.texts import TextPane

MOTS = "deux lignes\ndu cahier, ça et là"
SIMPLE = ["text/plain"]
SECRET = ["text/plain", SECRET_HINT]


@pytest.fixture
def presse_papiers(qapp: QApplication) -> Iterator[QClipboard]:
    """Vide avant et après."""
    presse_papiers = qapp.clipboard()
    presse_papiers.clear()
    yield presse_papiers
    presse_papiers.clear()


def formes(presse_papiers: QClipboard) -> list[str]:
    contenu = presse_papiers.mimeData()
    return list(contenu.formats()) if contenu else []


@pytest.mark.parametrize(("raw", "attendues"), [(True, SECRET), (False, SIMPLE)])
def test_un_editeur_copie_du_texte_simple(
    qtbot: QtBot, presse_papiers: QClipboard, raw: bool, attendues: list[str]
) -> None:
    """Contrôle positif : `test_qt_seul_copie_aussi_des_formes_enrichies`."""
    volet = TextPane("Un volet", raw=raw)
    qtbot.addWidget(volet)
    volet.set_text(MOTS)
    volet.editor.selectAll()
    volet.editor.copy()

    assert formes(presse_papiers) == attendues
    assert presse_papiers.text() == MOTS


def test_ce_qu_on_tire_a_la_souris_est_simple_aussi(qtbot: QtBot) -> None:
    volet = TextPane("Un volet", raw=True)
    qtbot.addWidget(volet)
    volet.set_text(MOTS)
    volet.editor.selectAll()

    assert volet.editor.createMimeDataFromSelection().formats() == SECRET


@pytest.mark.parametrize("raw", [True, False])
def test_ce_qui_vient_d_ici_s_efface_apres_le_delai(
    qtbot: QtBot, presse_papiers: QClipboard, raw: bool
) -> None:
    garde = ClipboardGuard(kept_ms=30)
    presse_papiers.setMimeData(CopiedText(MOTS, raw=raw))
    assert presse_papiers.text() == MOTS

    qtbot.waitUntil(lambda: formes(presse_papiers) == [])
    garde.deleteLater()


def test_le_delai_est_de_trente_secondes_des_la_copie(presse_papiers: QClipboard) -> None:
    garde = ClipboardGuard()
    assert not garde._timer.isActive()
    presse_papiers.setMimeData(CopiedText(MOTS))

    assert garde._timer.isActive()
    assert garde._timer.interval() == 30_000
    garde.deleteLater()


def test_ce_qu_une_autre_application_a_copie_reste(presse_papiers: QClipboard) -> None:
    """Contrôle positif : le même geste efface ce qui vient d'ici."""
    garde = ClipboardGuard(kept_ms=1)
    autre = QMimeData()
    autre.setText("une adresse copiée ailleurs")
    presse_papiers.setMimeData(autre)
    garde.empty()
    assert presse_papiers.text() == "une adresse copiée ailleurs"

    presse_papiers.setMimeData(CopiedText(MOTS))
    garde.empty()
    assert formes(presse_papiers) == []
    garde.deleteLater()


# Sous un vrai serveur d'affichage, ce qu'un autre processus lit.

# En capitales, ce sont les politesses de X11 (TARGETS, TIMESTAMP…), pas des formes du texte.
LIRE = """
import json, sys
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication([])
presse_papiers = application.clipboard()
contenus = {mode.name: presse_papiers.mimeData(mode) for mode in QClipboard.Mode}
print(json.dumps({
    nom: [sorted(f for f in contenu.formats() if not f.isupper()), contenu.text()]
    for nom, contenu in contenus.items() if contenu
}))
"""

COPIER = """
import json, subprocess, sys
from PySide6.QtCore import QEventLoop, QPoint, QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from tat_carnet import bootstrap
from tat_carnet.settings import Apparence
from tat_carnet.ui.theme.theme import Theme
from tat_carnet.ui.verrou.clipboard import ClipboardGuard
from tat_carnet.ui.widgets.texts import TextPane

application = bootstrap.make_app()
Theme(application, Apparence.claire)
lire, mots, tenus, vu = sys.argv[1], sys.argv[2], [], {}

def tourne(condition):
    boucle, minuterie = QEventLoop(), QTimer(interval=20)
    minuterie.timeout.connect(lambda: condition() and boucle.quit())
    minuterie.start()
    boucle.exec()

def lu_ailleurs():
    autre = subprocess.Popen([sys.executable, "-c", lire], stdout=subprocess.PIPE, text=True)
    tourne(lambda: autre.poll() is not None)
    return json.loads(autre.communicate()[0])

def montre(widget):
    tenus.append(widget)
    widget.show()
    return widget

def editeur(raw):
    volet = montre(TextPane("Un volet", raw=raw))
    volet.set_text(mots)
    volet.editor.selectAll()
    volet.editor.copy()
    vue = volet.editor.viewport()
    QTest.mouseClick(vue, Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
    QTest.mouseDClick(vue, Qt.MouseButton.LeftButton, pos=QPoint(6, 8))

def ligne():
    champ = montre(QLineEdit(mots))
    champ.selectAll()
    champ.copy()

def etiquette():
    dite = montre(QLabel(f"<b>{mots}</b>"))
    dite.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    dite.setSelection(0, 5)
    dite.setFocus()
    QTest.keyClick(dite, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

def qt_seul():
    champ = montre(QPlainTextEdit(mots))
    champ.selectAll()
    champ.copy()

def note(nom, geste):
    geste()
    vu[nom] = lu_ailleurs()

note("Qt seul", qt_seul)
garde = ClipboardGuard(application)
note("brut", lambda: editeur(True))
note("partageable", lambda: editeur(False))
note("ligne", ligne)
note("étiquette", etiquette)
note("Qt gardé", qt_seul)
note("verrouillé", garde.empty)
print(json.dumps(vu))
"""

Lectures = dict[str, dict[str, list[Any]]]


@pytest.fixture(scope="module")
def lectures(tmp_path_factory: pytest.TempPathFactory) -> Lectures:
    """Ce qu'un autre processus a lu après chaque geste, sous Xvfb."""
    if shutil.which("xvfb-run") is None:
        pytest.skip("Xvfb manque : ./essayer l'installe")
    sortie = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", COPIER, LIRE, MOTS],
        cwd=tmp_path_factory.mktemp("presse-papiers"),
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
        check=True,
    )
    lectures: Lectures = json.loads(sortie.stdout.splitlines()[-1])
    return lectures


def test_qt_seul_copie_aussi_des_formes_enrichies(lectures: Lectures) -> None:
    """Contrôle positif : sans la garde, un autre processus lit du HTML et de l'ODT."""
    assert "text/html" in lectures["Qt seul"]["Clipboard"][0]


@pytest.mark.parametrize(
    ("geste", "formes_lues", "texte"),
    [
        ("brut", SECRET, MOTS),
        ("partageable", SIMPLE, MOTS),
        ("ligne", SECRET, MOTS),
        ("étiquette", SECRET, MOTS[:5]),
        ("Qt gardé", SECRET, MOTS),
    ],
)
def test_un_autre_processus_ne_lit_que_du_texte_simple(
    lectures: Lectures, geste: str, formes_lues: list[str], texte: str
) -> None:
    assert lectures[geste]["Clipboard"] == [formes_lues, texte]


@pytest.mark.parametrize(("geste", "formes_lues"), [("brut", SECRET), ("partageable", SIMPLE)])
def test_la_selection_du_clic_du_milieu_aussi(
    lectures: Lectures, geste: str, formes_lues: list[str]
) -> None:
    assert lectures[geste]["Selection"] == [formes_lues, "deux"]


def test_verrouille_plus_rien_ne_se_colle(lectures: Lectures) -> None:
    """Contrôle positif : juste avant, le texte était là."""
    assert [contenu[1] for contenu in lectures["Qt gardé"].values()] != []
    assert [contenu[1] for contenu in lectures["verrouillé"].values() if contenu[0]] == []
