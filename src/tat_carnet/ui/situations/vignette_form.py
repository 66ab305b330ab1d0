"""Préparer une vignette : raconter sans dire de qui, où, ni quand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.ui.theme.tokens import E12, E16
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label, vertical
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.tall import Tall
from tat_carnet.ui.widgets.texts import TextPane
from tat_carnet.usecases.vignette import RECIT, RETENU, PreparationVignette

TEXT_HEIGHT = 150
REGLE = (
    "Recomposez : mêlez plusieurs situations, changez l’ordre, gardez ce qui apprend. Ni lieu, ni "
    "âge, ni date ne passeront, même avec un motif. Les codes de la situation restent dans le "
    "cahier : un âge, un moment et un besoin suffisent à reconnaître quelqu’un."
)


class VignetteForm(Tall):
    """`confirmed` porte la préparation ; `left` revient à la situation."""

    confirmed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.destinataire = QLineEdit()
        self.destinataire_field = Field("Pour qui ?", self.destinataire, "le journal le retient")
        self.recit = TextPane(RECIT, raw=True)
        self.retenu = TextPane(f"{RETENU}, ou la question posée", raw=True)
        self.recit_field = Field("Récit", self.recit)
        self._notes = ""
        self.banner = Banner()
        self.start = Button("Relire", "premier", shortcut="Ctrl+Return", hint="Ctrl+↵")
        self.back = Button("Revenir à la situation", icon_name="arrow-left")
        self._lay_out()
        self.start.clicked.connect(self._confirm)
        self.back.clicked.connect(self.left)

    def prepare(self, preparation: PreparationVignette) -> None:
        """Remplit d'une situation."""
        self.destinataire.setText(preparation.destinataire)
        self._notes = preparation.notes
        self.recit.set_text(preparation.recit)
        self.retenu.set_text(preparation.retenu)
        self.banner.hush()
        self.destinataire_field.absolve()
        self.recit_field.absolve()
        self.destinataire.setFocus()

    def refuse(self, error: ErreurConnue) -> None:
        """La relecture n'a pas pu commencer : dire pourquoi."""
        self.banner.tell(error.phrase, "danger")

    def read(self) -> PreparationVignette:
        """Ce qui est rempli."""
        return PreparationVignette(
            destinataire=self.destinataire.text().strip(),
            recit=self.recit.text,
            retenu=self.retenu.text,
            notes=self._notes,
        )

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        column.addWidget(label(REGLE, "doux"))
        column.addWidget(self.banner)
        words = Card()
        words.body.addWidget(self.destinataire_field)
        for pane in (self.recit, self.retenu):
            pane.editor.setMinimumHeight(TEXT_HEIGHT)
        words.body.addWidget(self.recit_field)
        words.body.addWidget(self.retenu)
        column.addWidget(words)
        foot = horizontal(gap=E12)
        foot.addWidget(self.start)
        foot.addWidget(self.back)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)

    def _confirm(self) -> None:
        fields = {"destinataire": self.destinataire_field, "recit": self.recit_field}
        for field in fields.values():
            field.absolve()
        try:
            self.confirmed.emit(self.read().verified())
        except SaisieIncomplete as error:
            fields[error.champ].blame(error.phrase)
