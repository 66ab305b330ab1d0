"""Les étapes d'une situation : ce qui s'est fait, jour par jour, écrit sans désigner personne."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.situation import EtapeSituation
from tat_carnet.ui.saisie.marks import Marks
from tat_carnet.ui.saisie.preview import Preview
from tat_carnet.ui.saisie.vocabulaire import Vocabulaire
from tat_carnet.ui.theme.tokens import E8, E12
from tat_carnet.ui.typographie import jour_court
from tat_carnet.ui.widgets.basics import (
    Button,
    Card,
    clear_layout,
    frame,
    horizontal,
    label,
    vertical,
)
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.texts import TextPane

WHEN_WIDTH = 110


class EtapesCard(Card):
    """`added` porte une étape neuve, `removed` celle qu'on retire."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__("Étapes")
        self.rows = vertical(gap=E8)
        self.body.addLayout(self.rows)
        self.jour = date_edit(today)
        self.raw = TextPane("Ce qui s’est fait, sans nom, sans lieu", raw=True)
        self.shared = TextPane("Dit sans désigner personne", raw=False, read_only=True)
        self.vocabulaire = Vocabulaire(self.raw.editor)
        marks = Marks(self.raw.editor)
        self.preview = Preview(self.raw, self.shared, marks, self.vocabulaire)
        self.add = Button("Ajouter l’étape", "premier")
        self.take = Button("Écrire plutôt ceci", "discret")
        self.body.addWidget(Columns((self.raw, 1), (self.shared, 1), stack_below=520))
        self.body.addWidget(self.vocabulaire)
        foot = Flow(gap=E12)
        for widget in (Field("Jour", self.jour), self.add, self.take):
            foot.flow.addWidget(widget)
        self.body.addWidget(foot)
        self.raw.editor.textChanged.connect(self._show_take)
        self.shared.editor.textChanged.connect(self._show_take)
        self.add.clicked.connect(self._add)
        self.take.clicked.connect(self._take)
        self._show_take()

    @property
    def typed(self) -> EtapeSituation | None:
        """L'étape en cours d'écriture, s'il y en a une."""
        text = self.raw.text.strip()
        return EtapeSituation(python_date(self.jour), TexteBrut(text)) if text else None

    def show_etapes(self, etapes: Sequence[EtapeSituation], today: date) -> None:
        """Les étapes écrites, la plus récente en bas, sur papier."""
        clear_layout(self.rows)
        for etape in etapes:
            paper = frame("papier")
            row = horizontal(paper, margin=E8, gap=E12)
            when = label(jour_court(etape.jour, today), "doux", wrap=False)
            when.setFixedWidth(WHEN_WIDTH)
            row.addWidget(when)
            row.addWidget(label(etape.quoi.lire()), 1)
            remove = Button("Retirer", "discret")
            remove.setAccessibleName(f"Retirer l’étape du {jour_court(etape.jour, today)}")
            remove.clicked.connect(partial(self.removed.emit, etape))
            row.addWidget(remove)
            self.rows.addWidget(paper)

    def clear(self) -> None:
        """Vide ce qui était en cours d'écriture."""
        self.raw.set_text("")

    def _add(self) -> None:
        if self.typed is None:
            self.raw.setFocus()
            return
        self.added.emit(self.typed)

    def _take(self) -> None:
        self.raw.set_text(self.shared.text)
        self.raw.setFocus()

    def _show_take(self) -> None:
        self.take.setVisible(bool(self.raw.text) and self.shared.text != self.raw.text)
