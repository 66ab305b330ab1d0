"""Trois questions avant d'écrire ; un « oui » dit d'abord autre chose qu'une lettre.

Comme au test de l'intrus, le curseur vient sur la question : une touche pressée trois fois sans y
penser ne répond à rien. O ou N répond, ou le bouton choisi.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tat_carnet.ui.theme.tokens import E8, E12, E16
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.reveal import reveal
from tat_carnet.ui.widgets.yes_no import said
from tat_carnet.usecases.courriers.aiguillage import CONSEILS, QUESTIONS, Question, suivante


class AiguillagePane(QWidget):
    """Une question à la fois. `cleared` : on peut écrire ; `outside` : transmis hors outil."""

    cleared = Signal()
    outside = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question = Question.peril
        column = vertical(self, gap=E16)
        self.card = Card()
        self.rank = label("", "doux")
        self.text = label("", "question")
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        answers = Flow(gap=E12)
        self.yes = Button("Oui", "grande")
        self.no = Button("Non", "grande")
        self.yes.clicked.connect(self._advise)
        self.no.clicked.connect(self._next)
        for button in (self.no, self.yes):
            button.setMinimumWidth(120)
            answers.flow.addWidget(button)
        for widget in (self.rank, self.text, answers):
            self.card.body.addWidget(widget)
        column.addWidget(self.card)
        self.advice = Card(role="carte")
        self.advice_rows = vertical(gap=E8)
        self.advice.body.addLayout(self.advice_rows)
        column.addWidget(self.advice)
        self.back = Button("Revenir au registre", "discret", icon_name="arrow-left")
        self.back.clicked.connect(self.left)
        row = Flow()
        row.flow.addWidget(self.back)
        column.addWidget(row)
        column.addStretch(1)
        self.ask(Question.peril)

    def ask(self, question: Question) -> None:
        """Pose une question."""
        self.question = question
        rank = list(Question).index(question) + 1
        self.rank.setText(f"Avant d’écrire, question {rank} sur {len(Question)}")
        self.text.setText(QUESTIONS[question])
        self.advice.hide()
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """O ou N répond ; tenue, la touche ne répond pas à la question suivante."""
        answer = None if self.advice.isVisible() else said(event)
        if answer is None:
            super().keyPressEvent(event)
        elif answer:
            self._advise()
        else:
            self._next()

    def _next(self) -> None:
        following = suivante(self.question)
        if following is None:
            self.cleared.emit()
        else:
            self.ask(following)

    def _advise(self) -> None:
        conseil = CONSEILS[self.question]
        clear_layout(self.advice_rows)
        self.advice_rows.addWidget(label(conseil.titre, "danger"))
        self.advice_rows.addWidget(label(conseil.texte))
        for numero, qui in conseil.numeros:
            self.advice_rows.addWidget(label(f"{numero} — {qui}", "sous-titre"))
        if conseil.arrete:
            self.go_on = Button("Noter « transmis hors outil »", "premier")
            self.go_on.clicked.connect(self.outside)
        else:
            self.go_on = Button("C’est fait, continuer", "premier")
            self.go_on.clicked.connect(self._next)
        row = Flow()
        row.flow.addWidget(self.go_on)
        self.advice_rows.addWidget(row)
        self.advice.show()
        reveal(self.advice)
        self.go_on.setFocus()
