"""Le dernier regard : le document seul, ce que ses codes révèlent, et le test de l'intrus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tat_carnet.anonymisation.risque import Bilan
from tat_carnet.domain.journal import GenreDocument
from tat_carnet.domain.sas import EssaiIntrus
from tat_carnet.ui.relecture.codes import (
    verdict,
)
from tat_carnet.ui.relecture.findings import Findings
from tat_carnet.ui.relecture.foot import undo_button
from tat_carnet.ui.relecture.leaf import LeafPane
from tat_carnet.ui.theme.tokens import E8, E12, E16
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, label, vertical
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.tall import scrolling
from tat_carnet.ui.widgets.yes_no import said
from tat_carnet.usecases.relecture import Apercu, Dossier
from tat_carnet.usecases.relecture.page import page

QUESTIONS: Final = (
    "La famille de quelqu’un le reconnaîtrait-elle ?",
    "Le gardien reconnaîtrait-il quelqu’un ?",
    "Un policier reconnaîtrait-il quelqu’un ?",
)
REPERER: Final = (
    "Cliquez à gauche sur la ligne qui le ferait reconnaître, puis revenez à ce passage."
)


class _Reponse(Button):
    """Une réponse se donne : Entrée, qui lit et passe au suivant dans tout le sas, n'y répond pas.

    Qui la presse une fois de trop signerait un document sans l'avoir regardé.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Espace répond, sur le bouton qu'on a choisi."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class Question(QWidget):
    """Une question du test et ses deux réponses. `answered` part à chaque réponse.

    Le curseur vient sur la question, jamais sur une réponse : une même touche pressée trois fois
    sans y penser ne répond à rien. On dit O ou N, ou l'on choisit un bouton.
    """

    answered = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        column = vertical(self, gap=E8)
        self.text = label(text, "question")
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self.text)
        row = Flow()
        self.no, self.yes = _Reponse("Non", "puce"), _Reponse("Oui", "puce")
        for button in (self.no, self.yes):
            button.setCheckable(True)
            button.setAccessibleName(f"{text} {button.text().strip()}")
            row.flow.addWidget(button)
        self.no.clicked.connect(lambda: self._answer(reconnu=False))
        self.yes.clicked.connect(lambda: self._answer(reconnu=True))
        column.addWidget(row)

    @property
    def reconnu(self) -> bool | None:
        """Vrai si oui, faux si non, rien tant qu'on n'a pas répondu."""
        return self.yes.isChecked() if self.yes.isChecked() or self.no.isChecked() else None

    def ask(self) -> None:
        """Amène le curseur sur la question."""
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """O ou N répond ; tenue, la touche ne répond pas à la question suivante."""
        reconnu = said(event)
        if reconnu is None:
            super().keyPressEvent(event)
        else:
            self._answer(reconnu=reconnu)

    def forget(self) -> None:
        """Oublie la réponse."""
        self.no.setChecked(False)
        self.yes.setChecked(False)

    def _answer(self, *, reconnu: bool) -> None:
        self.yes.setChecked(reconnu)
        self.no.setChecked(not reconnu)
        self.answered.emit()


class RegardPane(QWidget):
    """Le document seul, à gauche ; à droite le risque qui reste et les trois questions.

    `findings` : ce risque, et ses gestes. `passage_asked` porte la ligne choisie, `answered` un
    `EssaiIntrus` complet.
    `confirmed` ne part qu'après trois « non » : il porte l’`Apercu` montré et l'essai, que
    `Dossier.regarder` juge encore.
    """

    passage_asked = Signal(str)
    answered = Signal(object)
    confirmed = Signal(object, object)
    left = Signal()

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._genre = GenreDocument.compte_rendu
        self._seen: Apercu | None = None
        self._essai: EssaiIntrus | None = None
        self.document = LeafPane("Le document, tel qu’on le lira")
        self.risk = Card("Ce que ce document révèle encore")
        self.findings = Findings()
        self.verdict = label("", "doux")
        self.test = Card("Test de l’intrus")
        self.questions = tuple(Question(text) for text in QUESTIONS)
        self.passage = Button("Revenir à ce passage", icon_name="undo-2")
        self.banner = Banner()
        self.confirm = Button("Signer et choisir la sortie", "premier", icon_name="file-check-2")
        self.back = Button("Revenir à la relecture", icon_name="arrow-left")
        self.undo = undo_button()
        self._lay_out()
        for question in self.questions:
            question.answered.connect(self._answered)
        self.passage.clicked.connect(self._ask_passage)
        self.confirm.clicked.connect(lambda: self.confirmed.emit(self._seen, self._essai))
        self.back.clicked.connect(self.left)

    def show_dossier(self, dossier: Dossier[Any], bilan: Bilan) -> None:
        """Montre le document et son bilan ; les réponses d'avant sont oubliées."""
        self._genre = dossier.plan.genre
        self._seen, self._essai = dossier.apercu(), None
        self.document.editor.show_lines(page(self._seen))
        self.findings.show_bilan(dossier, bilan)
        self.verdict.setText(verdict(bilan))
        for question in self.questions:
            question.forget()
        self._awake()
        self.questions[0].ask()

    def _lay_out(self) -> None:
        column = vertical(self, gap=E12)
        self.risk.body.addWidget(self.findings)
        self.risk.body.addWidget(self.verdict)
        self.test.body.addWidget(
            label(
                "Lisez le document comme si vous n’aviez que lui et le quartier. "
                "O ou N répond à la question encadrée, un clic aussi.",
                "doux",
            )
        )
        for question in self.questions:
            self.test.body.addWidget(question)
        self.test.body.addWidget(self.banner)
        self.test.body.addWidget(self.passage)
        side = QWidget()
        cards = vertical(side, gap=E16)
        cards.addWidget(self.test)
        cards.addWidget(self.risk)
        cards.addStretch(1)
        both = Columns((self.document, 6), (scrolling(side), 5), stack_below=520)
        column.addWidget(both, 1)
        foot = Flow(gap=E8)
        for button in (self.confirm, self.back, self.undo):
            foot.flow.addWidget(button)
        column.addWidget(foot)

    def _answered(self) -> None:
        answers = [question.reconnu for question in self.questions]
        self._awake()
        if None not in answers:
            famille, gardien, policier = map(bool, answers)
            self._essai = EssaiIntrus(self._clock(), self._genre, famille, gardien, policier)
            self.answered.emit(self._essai)
        waiting = next((q for q in self.questions if q.reconnu is None), None)
        if any(answers):
            self.document.setFocus()
        elif waiting is not None:
            waiting.ask()
        else:
            self.confirm.setFocus()

    def _awake(self) -> None:
        answers = [question.reconnu for question in self.questions]
        recognised = any(answers)
        self.passage.setVisible(recognised)
        if recognised:
            self.banner.tell(REPERER, "alerte")
        else:
            self.banner.hush()
        self.confirm.setEnabled(answers == [False] * len(answers))

    def _ask_passage(self) -> None:
        self.passage_asked.emit(self.document.editor.source)
