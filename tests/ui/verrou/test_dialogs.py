"""Verrouiller ferme ce qui s'est ouvert par-dessus, où que l'on en soit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dialogues import DIALOGUES, par_dessus
from tat_carnet.ui.verrou.dialogs import close_dialogs


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
