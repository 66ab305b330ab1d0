"""Préparer : de quelle réunion, ou de quelle période ; à qui cela part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.libelles import libelle
from tat_carnet.domain.reunion import Reunion
from tat_carnet.domain.vocabulaire import Profil
from tat_carnet.ui.theme.tokens import E16
from tat_carnet.ui.typographie import jour
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label, vertical
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.lines import lines_editor, read_lines
from tat_carnet.usecases.compte_rendu import Preparation

PERIODE = timedelta(weeks=5)
PERIODE_CHOISIE = "Une période que je choisis"
PRESENTES = "Structures présentes"
"""À qui un compte-rendu de réunion est remis, sauf si on le dit autrement."""


class PreparationForm(QWidget):
    """Le formulaire. `period_changed` demande de recompter ; `confirmed`, de relire.

    D'une réunion, tout vient d'elle : `reunion_id` la nomme. D'une période, `preparation` dit tout.
    """

    period_changed = Signal()
    confirmed = Signal()
    meeting_asked = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.source = QComboBox()
        self.source.setAccessibleName("Compte-rendu de")
        self.source.addItem(PERIODE_CHOISIE, "")
        self.instance = QLineEdit()
        self.destinataire = QLineEdit()
        self.du, self.au = date_edit(today - PERIODE), date_edit(today)
        self.structures = lines_editor("Une structure par ligne, sans nom de personne")
        self.suites = lines_editor("Une suite par ligne")
        self.questions = lines_editor("Une question par ligne")
        self.alertes = lines_editor("Une alerte par ligne")
        self.profil = QComboBox()
        self.profil.addItems([libelle(un) for un in Profil if un is not Profil.vignette])
        self.dementis = QCheckBox("Dire aussi les démentis de la période")
        self.summary = label("", "doux")
        self.banner = Banner()
        self.meeting = Button("Revoir la réunion", "discret", icon_name="users")
        self.start = Button("Relire les faits", "premier", icon_name="arrow-right")
        self._fields = {
            "source": Field("Compte-rendu de", self.source),
            "instance": Field("Titre", self.instance, "le nom du collectif, du quartier"),
            "destinataire": Field(
                "À qui ce document part-il ?", self.destinataire, "retenu au journal des sorties"
            ),
            "du": Field("Faits du", self.du),
            "au": Field("au", self.au),
        }
        self._lay_out()
        self.source.currentIndexChanged.connect(self._sourced)
        self.meeting.clicked.connect(self.meeting_asked)
        for edit in (self.du, self.au):
            edit.dateChanged.connect(self.period_changed)
        self.start.clicked.connect(self._confirm)

    @property
    def reunion_id(self) -> str:
        """La réunion choisie ; vide si c'est une période."""
        return str(self.source.currentData())

    def offer(self, reunions: Sequence[Reunion], wanted: str | None) -> None:
        """Propose ces réunions ; choisit `wanted` (une réunion, ou une période si elle est vide).

        `None` : garde le choix fait, ou prend la dernière réunion.
        """
        chosen = self.reunion_id if self.source.count() > 1 else None
        first = reunions[0].id if reunions else ""
        with QSignalBlocker(self.source):
            self.source.clear()
            for reunion in reunions:
                day = jour(reunion.tenue_le, annee=True)
                self.source.addItem(f"Réunion du {day}, {reunion.instance}", reunion.id)
            self.source.addItem(PERIODE_CHOISIE, "")
            asked = wanted if wanted is not None else chosen
            rank = self.source.findData(first if asked is None else asked)
            self.source.setCurrentIndex(max(rank, 0))
        self._sourced()

    @property
    def preparation(self) -> Preparation:
        """Ce que dit le formulaire d'une période, sans vérification."""
        return Preparation(
            instance=self.instance.text().strip(),
            tenue_le=self._today,
            du=python_date(self.du),
            au=python_date(self.au),
            destinataire=self.destinataire.text().strip(),
            structures=read_lines(self.structures),
            suites=read_lines(self.suites),
            questions=read_lines(self.questions),
            alertes=read_lines(self.alertes),
            dementis=self.dementis.isChecked(),
            profil=list(Profil)[self.profil.currentIndex()],
        )

    def refuse(self, error: ErreurConnue) -> None:
        """Montre la phrase sous le champ qu'elle nomme, ou au-dessus du bouton."""
        if isinstance(error, SaisieIncomplete) and error.champ in self._fields:
            self._fields[error.champ].blame(error.phrase)
        else:
            self.banner.tell(error.phrase, "alerte")

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        card = Card()
        card.body.addWidget(self._fields["source"])
        card.body.addWidget(self._fields["instance"])
        self.dates = Flow(gap=E16)
        self.dates.flow.addWidget(self._fields["du"])
        self.dates.flow.addWidget(self._fields["au"])
        card.body.addWidget(self.dates)
        card.body.addWidget(self._fields["destinataire"])
        card.body.addWidget(
            Field("Pour qui est-il écrit ?", self.profil, "plus il va loin, moins il précise")
        )
        card.body.addWidget(self.dementis)
        card.body.addWidget(self.summary)
        card.body.addWidget(self.meeting, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)
        column.addWidget(self._words())
        column.addWidget(self.banner)
        row = horizontal()
        row.addWidget(self.start)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _words(self) -> Expander:
        self.more = Expander("Ajouter des mots (structures, suites, questions, alertes)")
        card = Card()
        for name, editor in (
            ("Structures associées", self.structures),
            ("Suites", self.suites),
            ("Questions", self.questions),
            ("Alertes", self.alertes),
        ):
            card.body.addWidget(Field(name, editor))
        self.more.body.addWidget(card)
        return self.more

    def _sourced(self) -> None:
        """D'une réunion, on ne choisit que pour qui ; d'une période, tout."""
        of_meeting = bool(self.reunion_id)
        for widget in (self._fields["instance"], self.dates, self.more):
            widget.setVisible(not of_meeting)
        self.meeting.setVisible(of_meeting)
        if of_meeting and not self.destinataire.text():
            self.destinataire.setText(PRESENTES)
        elif not of_meeting and self.destinataire.text() == PRESENTES:
            self.destinataire.clear()
        self.period_changed.emit()

    def _confirm(self) -> None:
        for field in self._fields.values():
            field.absolve()
        self.banner.hush()
        self.confirmed.emit()
