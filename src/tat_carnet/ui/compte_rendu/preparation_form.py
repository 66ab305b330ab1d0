"""Préparer : l'instance, la période, à qui cela part ; ce que la réunion a dit, plié."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from tat_carnet.anonymisation.echelle import LIBELLES, Profil
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.ui.compte_rendu.decisions import DecisionsEditor
from tat_carnet.ui.theme.tokens import E12, E16
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, horizontal, label, vertical
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.lines import lines_editor, read_lines
from tat_carnet.usecases.compte_rendu import Preparation

PERIODE = timedelta(weeks=5)


class PreparationForm(QWidget):
    """Le formulaire. `period_changed` demande de recompter, `confirmed` porte la préparation."""

    period_changed = Signal()
    confirmed = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.instance = QLineEdit()
        self.destinataire = QLineEdit()
        self.tenue_le = date_edit(today)
        self.du, self.au = date_edit(today - PERIODE), date_edit(today)
        self.structures = lines_editor("Une structure par ligne, sans nom de personne")
        self.suites = lines_editor("Une suite par ligne")
        self.questions = lines_editor("Une question par ligne")
        self.alertes = lines_editor("Une alerte par ligne")
        self.decisions = DecisionsEditor(today)
        self.has_next = QCheckBox("Prochaine réunion le")
        self.next_day = date_edit(today + timedelta(weeks=4))
        self.next_day.setAccessibleName("Date de la prochaine réunion")
        self.next_day.setEnabled(False)
        self.profil = QComboBox()
        self.profil.addItems([LIBELLES[un] for un in Profil if un is not Profil.vignette])
        self.dementis = QCheckBox("Dire aussi les démentis de la période")
        self.summary = label("", "doux")
        self.banner = Banner()
        self.start = Button("Relire les faits", "premier", icon_name="arrow-right")
        self._fields = {
            "instance": Field("Instance", self.instance, "le nom de la réunion"),
            "destinataire": Field(
                "À qui ce document part-il ?", self.destinataire, "retenu au journal des sorties"
            ),
            "du": Field("Faits du", self.du),
            "au": Field("au", self.au),
        }
        self._lay_out()
        self.has_next.toggled.connect(self.next_day.setEnabled)
        for edit in (self.du, self.au):
            edit.dateChanged.connect(self.period_changed)
        self.start.clicked.connect(self._confirm)

    def fill(self, preparation: Preparation) -> None:
        """Montre une préparation déjà écrite."""
        p = preparation
        self.instance.setText(p.instance)
        self.destinataire.setText(p.destinataire)
        self.tenue_le.setDate(QDate(p.tenue_le))
        self.du.setDate(QDate(p.du))
        self.au.setDate(QDate(p.au))
        for editor, texts in (
            (self.structures, p.structures),
            (self.suites, p.suites),
            (self.questions, p.questions),
            (self.alertes, p.alertes),
        ):
            editor.setPlainText("\n".join(texts))
        self.decisions.set_decisions(p.decisions)
        self.dementis.setChecked(p.dementis)
        self.profil.setCurrentIndex(list(Profil).index(p.profil))
        if p.prochaine_date is not None:
            self.has_next.setChecked(True)
            self.next_day.setDate(QDate(p.prochaine_date))

    @property
    def preparation(self) -> Preparation:
        """Ce que dit le formulaire, sans vérification."""
        return Preparation(
            instance=self.instance.text().strip(),
            tenue_le=python_date(self.tenue_le),
            du=python_date(self.du),
            au=python_date(self.au),
            destinataire=self.destinataire.text().strip(),
            structures=read_lines(self.structures),
            suites=read_lines(self.suites),
            questions=read_lines(self.questions),
            decisions=self.decisions.decisions,
            alertes=read_lines(self.alertes),
            prochaine_date=python_date(self.next_day) if self.has_next.isChecked() else None,
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
        card.body.addWidget(self._fields["instance"])
        dates = Flow(gap=E16)
        dates.flow.addWidget(Field("Réunion du", self.tenue_le))
        dates.flow.addWidget(self._fields["du"])
        dates.flow.addWidget(self._fields["au"])
        card.body.addWidget(dates)
        card.body.addWidget(self._fields["destinataire"])
        card.body.addWidget(
            Field("Pour qui est-il écrit ?", self.profil, "plus il va loin, moins il précise")
        )
        card.body.addWidget(self.summary)
        column.addWidget(card)
        column.addWidget(self._meeting())
        column.addWidget(self.banner)
        row = horizontal()
        row.addWidget(self.start)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _meeting(self) -> Expander:
        more = Expander("Ce que la réunion a dit (structures, suites, questions, décisions)")
        self.more = more
        card = Card()
        for name, editor in (
            ("Structures présentes", self.structures),
            ("Suites de la dernière fois", self.suites),
            ("Questions", self.questions),
            ("Alertes", self.alertes),
        ):
            card.body.addWidget(Field(name, editor))
        card.body.addWidget(Field("Décisions", self.decisions))
        card.body.addWidget(self.dementis)
        row = Flow(gap=E12)
        row.flow.addWidget(self.has_next)
        row.flow.addWidget(self.next_day)
        card.body.addWidget(row)
        more.body.addWidget(card)
        return more

    def _confirm(self) -> None:
        for field in self._fields.values():
            field.absolve()
        self.banner.hush()
        try:
            self.confirmed.emit(self.preparation.verified())
        except SaisieIncomplete as error:
            self.refuse(error)
