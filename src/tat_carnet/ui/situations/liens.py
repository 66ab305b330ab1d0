"""Les faits qu'une situation cite : les retrouver en quelques mots, les lier, les délier."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.typographie import francais
from tat_carnet.ui.widgets.basics import Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.fait_line import FaitLine

DELAY_MS = 120


class LiensCard(Card):
    """`searched` porte ce qu'on tape ; `linked` et `unlinked` un identifiant de fait."""

    searched = Signal(str)
    linked = Signal(str)
    unlinked = Signal(str)
    opened = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Faits liés")
        self._today = today
        self.rows = vertical(gap=E4)
        self.body.addLayout(self.rows)
        self.line = QLineEdit()
        self.line.setPlaceholderText(francais("Lier un fait : un mot, un lieu"))
        self.line.setAccessibleName("Chercher un fait à lier")
        self.line.setClearButtonEnabled(True)
        self.body.addWidget(self.line)
        self.found = vertical(gap=E4)
        self.body.addLayout(self.found)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.line.text().strip()))
        self.line.textChanged.connect(self._timer.start)

    def show_faits(self, faits: Sequence[Fait], sites: Mapping[str, Site]) -> None:
        """Les faits liés."""
        clear_layout(self.rows)
        for fait in faits:
            self.rows.addWidget(self._row(fait, sites, "Délier", self.unlinked))
        if not faits:
            self.rows.addWidget(label("Aucun fait n’est lié.", "doux"))

    def show_found(self, faits: Sequence[Fait], sites: Mapping[str, Site]) -> None:
        """Ce qui répond à la recherche."""
        clear_layout(self.found)
        for fait in faits:
            self.found.addWidget(self._row(fait, sites, "Lier", self.linked))
        if not faits and self.line.text().strip():
            self.found.addWidget(label("Aucun fait ne répond.", "doux"))

    def _row(
        self, fait: Fait, sites: Mapping[str, Site], verb: str, signal: SignalInstance
    ) -> QWidget:
        see = ("Voir", partial(self.opened.emit, fait.id))
        link = (verb, partial(signal.emit, fait.id))
        return FaitLine(fait, sites.get(fait.site_id or ""), self._today(), see, link)
