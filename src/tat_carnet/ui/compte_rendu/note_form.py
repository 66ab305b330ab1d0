"""Une note de synthèse : deux pages pour qui décide."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.ui.theme.tokens import E16
from tat_carnet.ui.typographie import compte, majuscule
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label, set_property
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.lines import lines_editor, read_lines
from tat_carnet.usecases.note_synthese import Estimation, NotePreparee

PERIODE = timedelta(weeks=12)
PAGES = 2


class NoteForm(Card):
    """Le formulaire ; `confirmed` porte la note préparée."""

    confirmed = Signal(object)
    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.objet, self.destinataire = QLineEdit(), QLineEdit()
        self.du, self.au = date_edit(today - PERIODE), date_edit(today)
        self.constats = lines_editor("Facultatif : les faits recoupés et attestés y sont déjà")
        self.analyse = lines_editor("Un paragraphe par ligne")
        self.options = lines_editor("Une option par ligne")
        self.proposition = lines_editor("Ce que vous proposez")
        self.banner = Banner()
        self.start = Button("Relire la note", icon_name="arrow-right")
        self.fields = {
            "objet": Field("Objet", self.objet),
            "destinataire": Field("À qui cette note part-elle ?", self.destinataire),
            "constats": Field("Constats", self.constats),
            "analyse": Field("Analyse", self.analyse),
            "options": Field("Options", self.options),
            "proposition": Field("Proposition", self.proposition),
        }
        dates = Flow(gap=E16)
        self.fields["au"] = Field("au", self.au)
        dates.flow.addWidget(Field("Faits du", self.du))
        dates.flow.addWidget(self.fields["au"])
        self.body.addWidget(dates)
        for name in ("objet", "destinataire", "constats", "analyse", "options", "proposition"):
            self.body.addWidget(self.fields[name])
        self.estimate = label("", "doux")
        self.body.addWidget(self.estimate)
        self.body.addWidget(self.banner)
        row = horizontal()
        row.addWidget(self.start)
        row.addStretch(1)
        self.body.addLayout(row)
        self.start.clicked.connect(self._confirm)
        for editor in (self.constats, self.analyse, self.options, self.proposition):
            editor.textChanged.connect(self.changed)
        for edit in (self.du, self.au):
            edit.dateChanged.connect(self.changed)

    def show_size(self, estimation: Estimation) -> None:
        """Combien de faits, et de pages à peu près ; au-delà de deux, quoi couper."""
        faits = compte(estimation.faits, "fait recoupé ou attesté", "faits recoupés ou attestés")
        pages = f"{estimation.pages:.1f}".replace(".", ",")
        text = majuscule(f"{faits} ; à peu près {pages} page sur 2.")
        if estimation.pages > PAGES:
            text = (
                f"{majuscule(faits)}, à peu près {pages} pages : deux au plus. Raccourcissez la "
                "période ou vos textes ; à la relecture, des faits se laissent de côté."
            )
        self.estimate.setText(text)
        set_property(self.estimate, "role", "alerte" if estimation.pages > PAGES else "doux")

    @property
    def note(self) -> NotePreparee:
        """Ce que dit le formulaire, sans vérification."""
        return NotePreparee(
            objet=self.objet.text().strip(),
            destinataire=self.destinataire.text().strip(),
            du=python_date(self.du),
            au=python_date(self.au),
            constats=read_lines(self.constats),
            analyse=read_lines(self.analyse),
            options=read_lines(self.options),
            proposition=" ".join(self.proposition.toPlainText().split()),
        )

    def refuse(self, error: ErreurConnue) -> None:
        """Montre la phrase sous le champ qu'elle nomme, ou au-dessus du bouton."""
        if isinstance(error, SaisieIncomplete) and error.champ in self.fields:
            self.fields[error.champ].blame(error.phrase)
        else:
            self.banner.tell(error.phrase, "alerte")

    def _confirm(self) -> None:
        self.banner.hush()
        for field in self.fields.values():
            field.absolve()
        try:
            self.confirmed.emit(self.note.verified())
        except SaisieIncomplete as error:
            self.refuse(error)
