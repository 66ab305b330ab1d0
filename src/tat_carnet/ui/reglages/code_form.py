"""Ce qui donne un code de secours neuf : refaire la fiche, ou renouveler la clé."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tat_carnet.domain.errors import ErreurConnue, PhraseErronee
from tat_carnet.ui.coffre.creation import CodePage, CopyPage
from tat_carnet.ui.coffre.secret_field import SecretField
from tat_carnet.ui.reglages.busy import Busy
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.coffre import exiger_phrase
from tat_carnet.usecases.ports import Coffre, OpenedCahier


@dataclass(frozen=True, slots=True)
class Follow:
    """Le fil d'un geste long : où il en est, de 0 à 1, et s'il faut s'arrêter."""

    progress: Callable[[float], None]
    cancelled: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class CodeGesture:
    """Un geste qui finit par un code neuf.

    `work` reçoit le cahier, la phrase, ce code, et de quoi dire où il en est. `stoppable` : on
    peut l'arrêter en route.
    """

    title: str
    explanation: str
    verb: str
    doing: str
    done: str
    work: Callable[[OpenedCahier, str, str, Follow], None]
    stoppable: bool = False


class CodeForm(Expander):
    """La phrase d'abord, puis un code montré, imprimé, recopié, enfin le geste. `finished` : fait.

    Tant que le code n'est pas recopié, rien n'a changé : l'ancien sert toujours.
    """

    finished = Signal()

    def __init__(self, tasks: Tasks, coffre: Coffre, gesture: CodeGesture) -> None:
        super().__init__(gesture.title)
        self._tasks, self._coffre, self._gesture = tasks, coffre, gesture
        self.body.addWidget(label(gesture.explanation, "doux"))
        self.start_page = QWidget()
        column = vertical(self.start_page, gap=E12)
        self.secret = SecretField("Phrase de passe actuelle")
        self.secret.line.returnPressed.connect(self._check_phrase)
        self.field = Field("Phrase de passe actuelle", self.secret)
        column.addWidget(self.field)
        self.next = Button("Continuer", "premier")
        self.next.clicked.connect(self._check_phrase)
        row = Flow()
        row.flow.addWidget(self.next)
        column.addWidget(row)
        self.body.addWidget(self.start_page)
        self.code_page: CodePage | None = None
        self.copy_page: CopyPage | None = None
        self.busy = Busy(self.secret, self.next)
        self.body.addWidget(self.busy)
        self.banner = Banner()
        self.body.addWidget(self.banner)

    def _check_phrase(self) -> None:
        self.field.absolve()
        self.banner.hush()
        typed = self.secret.text
        if not typed or self._coffre.same_code(typed, typed):
            self.field.blame("Tapez la phrase de passe ; le code de secours ne suffit pas ici.")
            return
        self.busy.start("Vérification de la phrase…")
        self._tasks.query(
            lambda cahier: exiger_phrase(cahier, typed),
            lambda _: self._draw_code(),
            self,
            self._refuse,
        )

    def _draw_code(self) -> None:
        self.busy.stop()
        code = self._coffre.draw_code()
        self.code_page = CodePage(code, self._to_copy)
        self.copy_page = CopyPage(
            code,
            self._coffre.same_code,
            self._to_code,
            lambda: self._carry_out(code),
            verb=self._gesture.verb,
            doing=self._gesture.doing,
        )
        for rank, page in enumerate((self.code_page, self.copy_page), start=2):
            self.body.insertWidget(rank, page)
        self.start_page.hide()
        self._to_code()

    def _to_code(self) -> None:
        if self.code_page and self.copy_page:
            self.copy_page.hide()
            self.code_page.show()
            self.code_page.next.setFocus()

    def _to_copy(self) -> None:
        if self.code_page and self.copy_page:
            self.code_page.hide()
            self.copy_page.show()
            self.copy_page.line.line.setFocus()

    def _carry_out(self, code: str) -> None:
        phrase, work = self.secret.text, self._gesture.work
        if self.copy_page:
            self.copy_page.wait(True)
        asked, tasks = threading.Event(), self._tasks
        self.busy.start(self._gesture.doing, asked.set if self._gesture.stoppable else None)
        follow = Follow(
            lambda done: tasks.report(self, partial(self.busy.advance, done)),
            lambda: asked.is_set() or tasks.closing,
        )
        tasks.query(
            lambda cahier: work(cahier, phrase, code, follow),
            lambda _: self._done(),
            self,
            self._refuse,
        )

    def _done(self) -> None:
        self._reset()
        self.banner.tell(self._gesture.done)
        self.finished.emit()

    def _refuse(self, error: ErreurConnue) -> None:
        """Rien n'a changé, l'ancien code sert toujours : on repart de la phrase."""
        self._reset()
        if isinstance(error, PhraseErronee):
            self.field.blame(error.phrase)
        else:
            self.banner.tell(error.phrase, "danger")

    def _reset(self) -> None:
        self.busy.stop()
        self.secret.clear()
        for page in (self.code_page, self.copy_page):
            if page is not None:
                page.hide()
                page.deleteLater()
        self.code_page = self.copy_page = None
        self.start_page.show()
