"""Cinq minutes sans geste, ou une mise en veille : le cahier se verrouille."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tat_carnet.ui.verrou import idle
from tat_carnet.ui.verrou.idle import IdleWatch, since_boot

DELAI_S = 300.0


class Horloges:
    """Les deux horloges de la machine : celle qui compte la veille, celle qui s'y arrête."""

    def __init__(self) -> None:
        self.depuis_le_demarrage = 1000.0
        self.eveillee = 900.0

    def passe(self, secondes: float) -> None:
        self.depuis_le_demarrage += secondes
        self.eveillee += secondes

    def dort(self, secondes: float) -> None:
        self.depuis_le_demarrage += secondes


@pytest.fixture
def horloges() -> Horloges:
    return Horloges()


@pytest.fixture
def garde(horloges: Horloges, monkeypatch: pytest.MonkeyPatch) -> Iterator[IdleWatch]:
    """Une garde qui regarde l'heure souvent, et qui compte ses demandes."""
    monkeypatch.setattr(idle, "TICK_MS", 10)
    garde = IdleWatch(
        DELAI_S,
        clock=lambda: horloges.depuis_le_demarrage,
        awake=lambda: horloges.eveillee,
    )
    yield garde
    garde.deleteLater()


@pytest.fixture
def demandes(garde: IdleWatch) -> list[bool]:
    demandes: list[bool] = []
    garde.lock_asked.connect(lambda: demandes.append(True))
    return demandes


def montre(qtbot: QtBot, widget: QWidget) -> QWindow:
    """La fenêtre du système d'un widget montré, une fois la garde posée dessus."""
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    battements(qtbot, 2)
    window = widget.windowHandle()
    assert window is not None
    return window


def battements(qtbot: QtBot, combien: int) -> None:
    """Laisse la garde regarder l'heure `combien` fois au moins."""
    debut = time.monotonic()
    qtbot.waitUntil(lambda: time.monotonic() - debut > combien * 0.02)


def test_sans_geste_pendant_le_delai_la_garde_demande_une_fois(
    qtbot: QtBot, horloges: Horloges, demandes: list[bool]
) -> None:
    horloges.passe(DELAI_S - 1)
    battements(qtbot, 3)
    assert demandes == []

    horloges.passe(1)
    qtbot.waitUntil(lambda: demandes == [True])
    battements(qtbot, 3)
    assert demandes == [True]


@pytest.mark.parametrize("geste", ["touche", "clic", "souris"])
def test_un_geste_repousse_l_echeance(
    qtbot: QtBot, horloges: Horloges, demandes: list[bool], geste: str
) -> None:
    """Contrôle positif : le même temps sans geste demande (l'essai d'avant)."""
    ligne = QLineEdit()
    window = montre(qtbot, ligne)
    horloges.passe(DELAI_S - 1)
    gestes = {
        "touche": lambda: QTest.keyClick(window, Qt.Key.Key_A),
        "clic": lambda: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
        "souris": lambda: QTest.mouseMove(window, QPoint(3, 3)),
    }
    gestes[geste]()
    battements(qtbot, 1)
    horloges.passe(DELAI_S - 1)
    battements(qtbot, 3)

    assert demandes == []


def test_un_geste_dans_un_menu_compte_aussi(
    qtbot: QtBot, horloges: Horloges, demandes: list[bool]
) -> None:
    menu = QMenu()
    menu.addAction("Copier")
    window = montre(qtbot, menu)
    horloges.passe(DELAI_S - 1)
    QTest.keyClick(window, Qt.Key.Key_Down)
    horloges.passe(DELAI_S - 1)
    battements(qtbot, 3)

    assert demandes == []


def test_une_mise_en_veille_demande_des_le_reveil(
    qtbot: QtBot, horloges: Horloges, demandes: list[bool]
) -> None:
    """Contrôle positif : avec une horloge qui s'arrête en veille, rien ne serait demandé."""
    horloges.dort(20)
    qtbot.waitUntil(lambda: demandes == [True])
    battements(qtbot, 3)

    assert demandes == [True]


def test_la_touche_du_reveil_verrouille_et_ne_s_ecrit_pas(
    qtbot: QtBot, horloges: Horloges, demandes: list[bool]
) -> None:
    ligne = QLineEdit()
    window = montre(qtbot, ligne)
    horloges.dort(3600)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert (demandes, ligne.text()) == ([True], "")

    QTest.keyClick(window, Qt.Key.Key_A)
    assert (demandes, ligne.text()) == ([True], "a")


def test_ctrl_l_verrouille_depuis_un_dialogue(qtbot: QtBot, demandes: list[bool]) -> None:
    dialogue = QDialog()
    window = montre(qtbot, dialogue)
    QTest.keyClick(window, Qt.Key.Key_L)
    assert demandes == []

    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert demandes == [True]


def test_un_dialogue_qui_vient_de_s_ouvrir_entend_ctrl_l(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contrôle positif, vu échouer : n'attendre que le prochain battement, ici une heure."""
    monkeypatch.setattr(idle, "TICK_MS", 3_600_000)
    garde = IdleWatch(DELAI_S)
    demandes: list[bool] = []
    garde.lock_asked.connect(lambda: demandes.append(True))
    dialogue = QDialog()
    qtbot.addWidget(dialogue)
    with qtbot.waitActive(dialogue):
        dialogue.show()
    QTest.keyClick(dialogue.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert demandes == [True]
    garde.deleteLater()


@pytest.mark.parametrize(
    ("touche", "avec", "demande"),
    [
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "projection_asked"),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, "lock_asked"),
    ],
)
def test_une_liste_qui_vient_de_se_derouler_entend_la_touche(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    touche: Qt.Key,
    avec: Qt.KeyboardModifier,
    demande: str,
) -> None:
    """Elle n'a pas le clavier, que Qt lui donne : rien ne disait de la guetter. Vu échouer ainsi.

    Le raccourci va d'abord à la fenêtre, la touche ensuite à la liste.
    """
    monkeypatch.setattr(idle, "TICK_MS", 3_600_000)
    garde = IdleWatch(DELAI_S)
    demandes: list[bool] = []
    getattr(garde, demande).connect(lambda: demandes.append(True))
    fenetre, liste = QWidget(), QMenu()
    qtbot.addWidget(fenetre)
    with qtbot.waitActive(fenetre):
        fenetre.show()
    liste.addAction("Hall 7")
    liste.popup(QPoint(0, 0))
    for ou, genre in ((fenetre, QEvent.Type.ShortcutOverride), (liste, QEvent.Type.KeyPress)):
        devant = ou.windowHandle()
        assert devant is not None
        assert demandes == []
        QCoreApplication.sendEvent(devant, QKeyEvent(genre, touche, avec))
    assert demandes == [True]
    liste.close()
    garde.deleteLater()


def test_un_delai_raccourci_vaut_tout_de_suite(
    qtbot: QtBot, horloges: Horloges, garde: IdleWatch, demandes: list[bool]
) -> None:
    horloges.passe(90)
    garde.delay_s = 60

    qtbot.waitUntil(lambda: demandes == [True])


def test_l_horloge_compte_les_mises_en_veille() -> None:
    """Sous Linux, c'est CLOCK_BOOTTIME ; les autres horloges s'arrêtent pendant la veille."""
    avant = time.clock_gettime(time.CLOCK_BOOTTIME)
    lue = since_boot()

    assert avant <= lue <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_sans_cette_horloge_le_temps_passe_quand_meme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME")
    avant = time.monotonic()

    assert avant <= since_boot() <= time.monotonic()
