"""Les mots de la démarche, proposés et accordés, jamais imposés (`domaine.md` §2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from tat_carnet.anonymisation.recriture import Morceau
from tat_carnet.anonymisation.reperes import Categorie
from tat_carnet.ui.widgets.basics import Button, label
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.texts import utf16_offsets

SHOWN = 2
_JEUNES: Final = "les jeunes"
"""Celui-là ne se remplace pas : il se précise."""


class Vocabulaire(Flow):
    """« dealer » : écrire plutôt… Un bouton par mot ; un clic le remplace, Ctrl+Z le rend.

    `age_asked` demande à préciser la tranche d'âge, plutôt que d'en inventer une.
    """

    age_asked = Signal()

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__()
        self._editor = editor
        self._shown: tuple[tuple[str, str], ...] = ()
        self._morceaux: dict[str, Morceau] = {}
        self.buttons: list[Button] = []
        self._lead = label("Écrire plutôt :", "doux", wrap=False)
        self.flow.addWidget(self._lead)
        self.hide()

    def offer(self, text: str, morceaux: Sequence[Morceau]) -> None:
        """Propose ce que le lexique dit de ces passages ; ne bouge pas si rien ne change."""
        found = {
            text[m.debut_brut : m.fin_brut]: m
            for m in reversed(morceaux)
            if m.repere.categorie is Categorie.lexique
        }
        self._morceaux = dict(sorted(found.items(), key=lambda pair: pair[1].debut_brut)[:SHOWN])
        wanted = tuple((said, m.remplacement) for said, m in self._morceaux.items())
        if wanted == self._shown:
            return
        self._shown = wanted
        for button in self.buttons:
            self.flow.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(said, better) for said, better in wanted]
        self.setVisible(bool(wanted))

    def _button(self, said: str, better: str) -> Button:
        if said.casefold() == _JEUNES:
            button = Button("« les jeunes » : préciser la tranche d’âge", "puce")
            button.clicked.connect(self.age_asked)
        else:
            button = Button(f"« {said} » → « {better} »", "puce")
            button.setAccessibleName(f"Écrire « {better} » plutôt que « {said} »")
            button.clicked.connect(lambda: self._replace(said))
        self.flow.addWidget(button)
        return button

    def _replace(self, said: str) -> None:
        morceau, text = self._morceaux[said], self._editor.toPlainText()
        if text[morceau.debut_brut : morceau.fin_brut] != said:
            return
        offset = utf16_offsets(text)
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(offset(morceau.debut_brut))
        cursor.setPosition(offset(morceau.fin_brut), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(morceau.remplacement)
        self._editor.setFocus()
