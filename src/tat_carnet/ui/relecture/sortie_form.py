"""Sortir : le format, le dossier, puis ce qui a été écrit et contre-lu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from tat_carnet.domain.journal import FORMATS_DE_DOCUMENT, LigneJournal
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.theme.tokens import E16
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label, vertical
from tat_carnet.ui.widgets.chips import Chips
from tat_carnet.ui.widgets.field import Field
from tat_carnet.usecases.relecture import Plan


@dataclass(frozen=True, slots=True)
class Sortie:
    """Un fichier écrit, contre-lu et inscrit au journal."""

    path: Path
    ligne: LigneJournal


class SortieForm(QWidget):
    """Choisir où ; `confirmed` porte formats et dossier, `finish_verb` dit où l'on va après."""

    confirmed = Signal(object, object)
    left = Signal()
    finished = Signal()

    def __init__(self, folder: Path, finish_verb: str) -> None:
        super().__init__()
        self._finish_verb = finish_verb
        column = self._column = vertical(self, gap=E16)
        self.card = Card("Où écrire le document ?")
        self.formats = Chips(list(FORMATS_DE_DOCUMENT), "Format", required=True)
        self.formats.set_values(list(FORMATS_DE_DOCUMENT))
        self.folder = QLineEdit(str(folder))
        self.browse = Button("Choisir", icon_name="folder-open")
        self.browse.clicked.connect(self._browse)
        place = QWidget()
        row = horizontal(place)
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        place.setFocusProxy(self.folder)
        self.folder_field = Field("Dossier", place)
        self.folder.setAccessibleName("Dossier où écrire")
        self.recipient = label("", "doux")
        self.card.body.addWidget(Field("Format", self.formats))
        self.card.body.addWidget(self.folder_field)
        self.card.body.addWidget(self.recipient)
        self.banner = Banner()
        self.write = Button("Écrire et contre-lire", "premier", icon_name="shield-check")
        self.write.clicked.connect(self._confirm)
        self.back = Button("Revenir à la relecture", icon_name="arrow-left")
        self.back.clicked.connect(self.left)
        foot = horizontal()
        foot.addWidget(self.write)
        foot.addWidget(self.back)
        foot.addStretch(1)
        self.card.body.addLayout(foot)
        column.addWidget(self.card)
        column.addWidget(self.banner)
        self.result = Card()
        self.result.hide()
        column.addWidget(self.result)
        column.addStretch(1)

    def prepare(self, plan: Plan[Any]) -> None:
        """Repart d'un formulaire vierge, avec les formats que ce document permet."""
        self.recipient.setText(f"Destinataire : {plan.destinataire}")
        self.formats.offer(plan.formats)
        self.card.show()
        self.result.hide()
        self.banner.hush()
        self.wait(False)
        self.write.setFocus()

    def wait(self, waiting: bool) -> None:
        """Pendant l'écriture et la contre-lecture."""
        self.write.setEnabled(not waiting)
        self.write.setText("Écriture et contre-lecture…" if waiting else "Écrire et contre-lire")

    def refuse(self, phrase: str) -> None:
        """Rien n'est sorti : dire pourquoi."""
        self.wait(False)
        self.banner.tell(phrase, "danger")

    def show_result(self, sorties: Sequence[Sortie]) -> None:
        """Ce qui est sorti."""
        self.wait(False)
        self.card.hide()
        self.result.deleteLater()
        self.result = Card("C’est sorti, relu et contre-lu")
        for sortie in sorties:
            self.result.body.addWidget(
                label(f"{libelle(sortie.ligne.format)} : {sortie.path}", "fort")
            )
            digest = label(f"Empreinte SHA-256 : {sortie.ligne.empreinte}", "petit")
            digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
            self.result.body.addWidget(digest)
        self.result.body.addWidget(
            label(
                "Aucun terme masqué n’y a été retrouvé. La sortie est inscrite au journal.", "doux"
            )
        )
        row = horizontal()
        self.done = Button(self._finish_verb, "premier")
        self.done.clicked.connect(self.finished)
        row.addWidget(self.done)
        row.addStretch(1)
        self.result.body.addLayout(row)
        self._column.insertWidget(1, self.result)
        self.done.setFocus()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Choisir le dossier", self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _confirm(self) -> None:
        self.banner.hush()
        if not self.folder.text().strip():
            self.folder_field.blame("Dites dans quel dossier écrire.")
            return
        self.folder_field.absolve()
        self.confirmed.emit(self.formats.values(), Path(self.folder.text().strip()))
