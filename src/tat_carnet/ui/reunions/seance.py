"""Une réunion ouverte : la préparer, la tenir."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.reunion import Reunion
from tat_carnet.ui.reunions.decisions import DecisionsEditor
from tat_carnet.ui.reunions.rappels import RappelsCard
from tat_carnet.ui.theme.tokens import E4, E12, E16
from tat_carnet.ui.typographie import compte, jour
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.dates import date_edit, python_date
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.fait_rows import FaitRow
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.lines import lines_editor, read_lines
from tat_carnet.ui.widgets.texts import TextPane
from tat_carnet.usecases.reunions import Seance

SUIVANTE = timedelta(weeks=4)


class SeancePane(QWidget):
    """Le formulaire d'une réunion. `changed` : on vient d'y écrire ; le reste, des gestes."""

    changed = Signal()
    saved = Signal()
    report_asked = Signal()
    fait_asked = Signal(str)
    delete_asked = Signal()
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._reunion: Reunion | None = None
        self._showing = False
        self.instance, self.lieu = QLineEdit(), QLineEdit()
        self.tenue_le = date_edit(today())
        self.structures = lines_editor("Une structure ou une fonction par ligne, jamais un nom")
        self.ordre_du_jour = lines_editor("Un point par ligne")
        self.questions = lines_editor("Une question par ligne")
        self.alertes = lines_editor("Une alerte par ligne")
        self.echanges = TextPane("Notes de séance, qui restent dans ce cahier", raw=True)
        self.echanges.setMinimumHeight(150)
        self.rappels = RappelsCard()
        self.decisions = DecisionsEditor(today())
        self.has_next = QCheckBox("Prochaine réunion le")
        self.next_day = date_edit(today() + SUIVANTE)
        self.next_day.setAccessibleName("Date de la prochaine réunion")
        self.next_day.setEnabled(False)
        self.since = label("", "doux")
        self.faits = Expander("Les revoir")
        self.faits_rows = vertical(gap=E4)
        self.faits.body.addLayout(self.faits_rows)
        self.banner = Banner()
        self.save = Button("Enregistrer", icon_name="check", shortcut="Ctrl+S")
        self.report = Button("Compte-rendu", "premier", icon_name="file-check-2")
        self.back = Button("Toutes les réunions", icon_name="arrow-left")
        self.delete = Button("Effacer", "danger", icon_name="trash-2")
        self._fields = {
            "instance": Field("Instance", self.instance),
            "tenue_le": Field("Le", self.tenue_le),
            "structures": Field("Présents", self.structures),
            "decisions": Field("Décisions", self.decisions),
            "prochaine_le": Field("Et ensuite ?", self._next_row()),
        }
        self._lay_out()
        self._connect()

    @property
    def reunion(self) -> Reunion | None:
        """La réunion telle que tapée ; rien si aucune n'est ouverte."""
        if self._reunion is None:
            return None
        return replace(
            self._reunion,
            instance=self.instance.text().strip(),
            tenue_le=python_date(self.tenue_le),
            lieu=self.lieu.text().strip(),
            structures=read_lines(self.structures),
            ordre_du_jour=TexteBrut(self.ordre_du_jour.toPlainText().strip()),
            echanges=TexteBrut(self.echanges.text.strip()),
            questions=TexteBrut(self.questions.toPlainText().strip()),
            alertes=TexteBrut(self.alertes.toPlainText().strip()),
            decisions=self.decisions.decisions,
            prochaine_le=python_date(self.next_day) if self.has_next.isChecked() else None,
        )

    def show_seance(self, seance: Seance) -> None:
        """Montre une réunion et ce qu'elle a devant elle."""
        reunion = seance.reunion
        self._showing = True
        self.absolve()
        self._reunion = reunion
        self.instance.setText(reunion.instance)
        self.lieu.setText(reunion.lieu)
        self.tenue_le.setDate(QDate(reunion.tenue_le))
        self.structures.setPlainText("\n".join(reunion.structures))
        self.ordre_du_jour.setPlainText(reunion.ordre_du_jour.lire())
        self.echanges.set_text(reunion.echanges.lire())
        self.questions.setPlainText(reunion.questions.lire())
        self.alertes.setPlainText(reunion.alertes.lire())
        self.decisions.show_decisions(reunion.decisions, held=reunion.tenue_le < self._today())
        self.has_next.setChecked(reunion.prochaine_le is not None)
        self.next_day.setDate(QDate(reunion.prochaine_le or reunion.tenue_le + SUIVANTE))
        self.rappels.rows = []
        self.show_around(seance, fresh=True)
        self._showing = False

    def show_around(self, seance: Seance, *, fresh: bool = False) -> None:
        """Les faits depuis la réunion d'avant, et les décisions qu'elle doit suivre."""
        tournees = compte(seance.effort.tournees, "tournée", "tournées", feminin=True)
        faits = compte(seance.compte, "fait", "faits")
        self.since.setText(f"Depuis {jour(seance.du)} : {faits} pour {tournees}.")
        clear_layout(self.faits_rows)
        for fait in seance.faits:
            row = FaitRow(fait, seance.sites.get(fait.site_id or ""), self._today())
            row.clicked.connect(partial(self.fait_asked.emit, fait.id))
            self.faits_rows.addWidget(row)
        self.faits.setVisible(bool(seance.faits))
        self.rappels.show_rappels(seance.rappels, self._today(), fresh=fresh)

    def close_seance(self) -> None:
        """Plus aucune réunion n'est ouverte."""
        self._reunion = None

    def refuse(self, error: ErreurConnue) -> None:
        """Montre la phrase sous le champ qu'elle nomme, ou au-dessus des boutons."""
        if isinstance(error, SaisieIncomplete) and error.champ in self._fields:
            self._fields[error.champ].blame(error.phrase)
        else:
            self.banner.tell(error.phrase, "alerte")

    def absolve(self) -> None:
        """Retire ce qui a été reproché."""
        self.banner.hush()
        for field in self._fields.values():
            field.absolve()

    def _lay_out(self) -> None:
        column = vertical(self, gap=E16)
        column.setContentsMargins(0, 0, E12, E16)
        column.addWidget(self._head_card())
        column.addWidget(self.rappels)
        decided = Card()
        decided.body.addWidget(self._fields["decisions"])
        decided.body.addWidget(self._fields["prochaine_le"])
        column.addWidget(decided)
        said = Card("Ce qui s’est dit")
        said.body.addWidget(self.echanges)
        said.body.addWidget(Field("Questions restées ouvertes", self.questions))
        said.body.addWidget(Field("Alertes", self.alertes))
        column.addWidget(said)
        column.addWidget(self.banner)
        foot = Flow()
        for button in (self.report, self.save, self.back, self.delete):
            foot.flow.addWidget(button)
        column.addWidget(foot)
        column.addStretch(1)

    def _head_card(self) -> Card:
        card = Card()
        first = Flow(gap=E16)
        self.instance.setMinimumWidth(300)
        self.lieu.setMinimumWidth(220)
        for field in (self._fields["instance"], self._fields["tenue_le"], Field("Lieu", self.lieu)):
            first.flow.addWidget(field)
        card.body.addWidget(first)
        card.body.addWidget(self.since)
        card.body.addWidget(self.faits)
        card.body.addWidget(self._fields["structures"])
        card.body.addWidget(Field("Ordre du jour", self.ordre_du_jour))
        return card

    def _next_row(self) -> QWidget:
        row = Flow(gap=E12)
        row.flow.addWidget(self.has_next)
        row.flow.addWidget(self.next_day)
        row.setFocusProxy(self.has_next)
        return row

    def _connect(self) -> None:
        self.has_next.toggled.connect(self.next_day.setEnabled)
        for line in (self.instance, self.lieu):
            line.textEdited.connect(self._touch)
        for editor in (
            self.structures,
            self.ordre_du_jour,
            self.questions,
            self.alertes,
            self.echanges.editor,
        ):
            editor.textChanged.connect(self._touch)
        for day in (self.tenue_le, self.next_day):
            day.dateChanged.connect(self._touch)
        self.has_next.toggled.connect(self._touch)
        self.decisions.changed.connect(self._touch)
        self.save.clicked.connect(self.saved)
        self.report.clicked.connect(self.report_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.back.clicked.connect(self.left)

    def _touch(self) -> None:
        if not self._showing:
            self.changed.emit()
