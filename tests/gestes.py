"""Les gestes d'une personne sur la vraie fenêtre : touches et clics, comptés."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tat_carnet.ui.main_window import MainWindow
from tat_carnet.ui.relecture.relecture_pane import RelecturePane
from tat_carnet.ui.session import SessionView
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.ports import Cahier

DELAI_MS = 15_000


class Gestes:
    """Deux mains et deux yeux. `actions` compte touches et clics, hors le texte d'un fait."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self.window = window
        self.actions = 0

    @property
    def session(self) -> SessionView:
        """Le cahier ouvert à l'écran."""
        session = self.window.centralWidget()
        assert isinstance(session, SessionView)
        return session

    def page(self, name: str) -> Page:
        """L'écran de ce nom."""
        return self.session.page(name)

    def attendre(self) -> None:
        """Attend que le fil du cahier n'ait plus rien à faire, puis que l'écran le montre."""
        self._qtbot.waitUntil(self._calme, timeout=DELAI_MS)
        QApplication.processEvents()

    def attendre_la_session(self) -> None:
        """Attend que le cahier soit ouvert."""
        self._qtbot.waitUntil(
            lambda: isinstance(self.window.centralWidget(), SessionView), timeout=60_000
        )
        self.attendre()

    def attendre_que(self, condition: Callable[[], bool]) -> None:
        """Attend qu'une condition soit vraie, jamais une durée."""
        self._qtbot.waitUntil(condition, timeout=DELAI_MS)

    def lire(self, work: Callable[[Cahier], Any]) -> Any:
        """Ce que le cahier ouvert répond ; ce que `work` lève se lève ici, avec sa trace."""
        answers: list[Any] = []
        faults: list[Exception] = []

        def careful(cahier: Cahier) -> Any:
            try:
                return work(cahier)
            except Exception as fault:
                faults.append(fault)
                return None

        assert self.window.tasks is not None, "aucun cahier n'est ouvert"
        self.window.tasks.query(careful, answers.append, self.window)
        self.attendre()
        if faults:
            raise faults[0]
        assert answers, "le cahier n'a pas répondu : il s'est verrouillé, ou l'écran l'a refusé"
        return answers[0]

    def touche(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Une touche, là où est le curseur."""
        self.actions += 1
        QTest.keyClick(self._focus(), key, modifier)
        self.attendre()

    def garder_le_recit(self, relecture: RelecturePane) -> bool:
        """Garde le récit de ce passage par son deuxième motif prêt ; faux s'il n'y en a pas."""
        if not (relecture.recit.hasFocus() and relecture.recit.keep.isVisible()):
            return False
        self.touche(Qt.Key.Key_G)
        self.touche(Qt.Key.Key_2)
        return True

    def lettres(self, text: str) -> None:
        """Des lettres de recherche ou de formulaire : chacune est une action."""
        self.actions += len(text)
        self._taper(text)

    def texte(self, text: str) -> None:
        """Les mots d'un fait : ils ne comptent pas."""
        self._taper(text)

    def clic(self, widget: QWidget) -> None:
        """Un clic au milieu d'un widget visible et permis."""
        self.actions += 1
        assert widget.isVisible(), f"{widget.accessibleName()} ne se voit pas"
        assert widget.isEnabled(), f"{widget.accessibleName()} dort"
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=middle)
        self.attendre()

    def passer_le_regard(self, page: Any) -> None:
        """Du dernier passage lu au choix de la sortie : trois « non » au test de l'intrus."""
        self.clic(page.relecture.foot.sign)
        for question in page.regard.questions:
            self.clic(question.no)
        self.clic(page.regard.confirm)

    def _taper(self, text: str) -> None:
        # `QTest.keyClicks` arrête Python sur un accent : un événement par lettre.
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focus(), event)
        self.attendre()

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "le curseur n'est nulle part"
        return focus

    def _calme(self) -> bool:
        return self.window.tasks is None or self.window.tasks.idle
