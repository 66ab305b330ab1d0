"""Verrouiller ferme ce qui s'est ouvert par-dessus, où que l'on en soit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tat_carnet.ui.verrou.dialogs import close_dialogs

Ouvrir = Callable[[QWidget], object]


def imprimer(parent: QWidget) -> object:
    printer = QPrinter()
    return QPrintDialog(printer, parent).exec()


def calendrier(parent: QWidget) -> object:
    champ = QDateEdit(QDate(2026, 11, 21), parent)
    champ.setCalendarPopup(True)
    champ.show()
    bord = QPoint(champ.width() - 5, champ.height() // 2)
    QTest.mouseClick(champ, Qt.MouseButton.LeftButton, pos=bord)
    return None


def menu(parent: QWidget) -> object:
    menu = QMenu(parent)
    menu.addAction("Copier")
    return menu.exec(QPoint(0, 0))


def bulle(parent: QWidget) -> object:
    QToolTip.showText(QPoint(5, 5), "un mot du cahier", parent)
    return None


DIALOGUES: dict[str, tuple[Ouvrir, object]] = {
    "choisir un dossier": (lambda w: QFileDialog.getExistingDirectory(w, "Où ?"), ""),
    "enregistrer": (lambda w: QFileDialog.getSaveFileName(w, "Où ?"), ("", "")),
    "question": (lambda w: QMessageBox.question(w, "?", "?").value, 0),
    "saisir": (lambda w: QInputDialog.getText(w, "?", "?"), ("", False)),
    "imprimer": (imprimer, 0),
    "calendrier": (calendrier, None),
    "menu": (menu, None),
    "bulle": (bulle, None),
}


def par_dessus(window: QWidget) -> list[str]:
    """Ce qui se voit d'autre que la fenêtre."""
    visibles = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    return [type(widget).__name__ for widget in visibles]


class Depot(QObject):
    """Un événement qui attend son tour dans la file de Qt."""

    arrive = Signal()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.mark.parametrize("nom", DIALOGUES)
def test_un_dialogue_se_ferme_comme_annule_et_son_ecran_peut_mourir(
    qtbot: QtBot, window: QMainWindow, nom: str
) -> None:
    """Contrôle positif : n'en fermer que les dialogues laisse calendrier, menu et bulle."""
    ouvrir, annule = DIALOGUES[nom]
    vus: list[list[str]] = []

    def verrouille() -> None:
        vus.append(par_dessus(window))
        close_dialogs(window)
        vus.append(par_dessus(window))
        ecran = window.takeCentralWidget()
        assert ecran is not None
        ecran.deleteLater()

    ecran = window.centralWidget()
    assert ecran is not None
    morts: list[bool] = []
    ecran.destroyed.connect(lambda: morts.append(True))
    # Un événement déposé, comme ceux du bureau : la mort de l'écran suit dans la même volée.
    depot = Depot()
    depot.arrive.connect(verrouille, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(100, depot.arrive)
    rendu = ouvrir(ecran)
    qtbot.waitUntil(lambda: morts == [True])

    assert vus[0] != []
    assert vus[1] == []
    assert rendu == annule
    assert window.findChildren(QDialog) == []
