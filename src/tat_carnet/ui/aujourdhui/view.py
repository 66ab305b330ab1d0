"""L'écran « Aujourd'hui »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.aujourdhui.tournee_form import TourneeForm
from tat_carnet.ui.coffre.backup_line import BackupLine
from tat_carnet.ui.conservation.annonce_line import AnnonceLine
from tat_carnet.ui.context import Context
from tat_carnet.ui.situations.due_rows import DueRows
from tat_carnet.ui.theme.tokens import CIBLE, E8, E16
from tat_carnet.ui.typographie import compte, jour, majuscule
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, set_property, vertical
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.fait_rows import FaitRow
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.dus import Attendu, ce_qui_est_du
from tat_carnet.usecases.noter import commencer_tournee, rien_a_signaler, terminer_tournee
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.situations import Due

DERNIERS = 6


@dataclass(frozen=True, slots=True)
class Etat:
    """Ce que l'accueil montre."""

    secteurs: Sequence[str]
    tournee: Tournee | None
    dus: Sequence[Attendu]
    derniers: Sequence[Fait]
    sites: dict[str, Site]
    ras: int
    tournees: int


class AujourdhuiView(Page):
    """Trois gestes en haut, ce qui attend, les dernières notes."""

    def __init__(self, context: Context) -> None:
        super().__init__(majuscule(jour(context.clock().date())))
        self._context = context
        self._etat: Etat | None = None
        self.form = TourneeForm(context.clock(), ras=False)
        self.ras_form = TourneeForm(context.clock(), ras=True)
        self.nouvelle = Button(
            "Nouvelle tournée", "grande", icon_name="footprints", shortcut="Ctrl+T"
        )
        self.ras = Button("Rien à signaler", "grande", icon_name="circle-check")
        self.noter = Button("Noter un fait", "grande", icon_name="pencil-line", shortcut="Ctrl+N")
        self.nouvelle.clicked.connect(lambda: self._unfold(self.form))
        self.ras.clicked.connect(lambda: self._unfold(self.ras_form))
        self.noter.clicked.connect(lambda: context.go("saisie"))
        self.alerter = Button("Alerter", "grande", icon_name="triangle-alert")
        self.alerter.clicked.connect(lambda: context.go("courriers", "alerter"))
        set_property(self.nouvelle, "premiere", "oui")
        gestures = Flow(gap=E16)
        for button in (self.nouvelle, self.ras, self.noter, self.alerter):
            button.setMinimumWidth(190)
            gestures.flow.addWidget(button)
        self.body.addWidget(gestures)
        self.form.confirmed.connect(self._start)
        self.ras_form.confirmed.connect(self._write_ras)
        for form in (self.form, self.ras_form):
            form.hide()
            form.cancelled.connect(form.hide)
            self.body.addWidget(form)
        self.todo = Card("À faire")
        self.todo_rows = vertical(gap=E8)
        self.todo.body.addLayout(self.todo_rows)
        self.dues = DueRows(
            context.tasks, lambda: context.clock().date(), partial(context.go, "situations")
        )
        self.todo.body.addWidget(self.dues)
        self.backup_line: BackupLine | None = None
        if context.sauvegardes is not None:
            see = partial(context.go, "reglages")
            self.backup_line = BackupLine(context.sauvegardes, context.clock, see)
            self.todo.body.addWidget(self.backup_line)
        self.annonce: AnnonceLine | None = None
        if context.suivi is not None:
            self.annonce = AnnonceLine(context.suivi, partial(context.go, "conservation"))
            self.todo.body.addWidget(self.annonce)
            self.annonce.refresh()
        self.body.addWidget(self.todo)
        self.notes = Card("Dernières notes")
        self.notes_rows = vertical(gap=0)
        self.notes.body.addLayout(self.notes_rows)
        self.body.addWidget(self.notes)
        self.body.addStretch(1)
        context.tasks.changed.connect(self.arrive)

    def arrive(self) -> None:
        """Relit l'état du cahier."""
        now = self._context.clock()
        today = now.date()

        def load(cahier: Cahier) -> Etat:
            effort = cahier.effort(today - timedelta(days=6), today)
            return Etat(
                secteurs=cahier.secteurs(),
                tournee=cahier.open_tournee(),
                dus=ce_qui_est_du(cahier, now),
                derniers=cahier.faits(Filtre(), DERNIERS),
                sites={site.id: site for site in cahier.sites()},
                ras=effort.ras,
                tournees=effort.tournees,
            )

        self._context.tasks.query(load, self._show, self)

    def _show(self, etat: Etat) -> None:
        self._etat = etat
        self._show_todo(etat)
        self.dues.show_dues([attendu for attendu in etat.dus if isinstance(attendu, Due)])
        if self.backup_line is not None:
            self.backup_line.refresh()
        clear_layout(self.notes_rows)
        for fait in etat.derniers:
            row = FaitRow(fait, etat.sites.get(fait.site_id or ""))
            row.clicked.connect(partial(self._context.go, "cahier", fait.id))
            self.notes_rows.addWidget(row)
        if not etat.derniers:
            empty = "Rien n’est encore noté. Commencez par une tournée, ou notez un fait."
            self.notes_rows.addWidget(EmptyState("notebook-pen", empty))

    def _show_todo(self, etat: Etat) -> None:
        clear_layout(self.todo_rows)
        go = self._context.go
        if etat.tournee is not None:
            plage = libelle(etat.tournee.plage)
            text = f"Tournée en cours : {etat.tournee.secteur}, {plage}"
            self._due(text, ("Continuer", partial(go, "saisie")))
            self._due("", ("Terminer la tournée", partial(self._finish, etat.tournee)))
        for du in etat.dus:
            if isinstance(du, Due):
                continue  # `self.dues` la montre, avec les gestes qui la règlent
            where = (du.ecran,) if du.argument is None else (du.ecran, du.argument)
            self._due(du.phrase, (du.verbe, partial(go, *where)))
        semaine = f"Cette semaine : {compte(etat.tournees, 'tournée', 'tournées', feminin=True)}"
        if etat.ras:
            semaine = f"{semaine}, dont {etat.ras} sans rien à signaler"
        self.todo_rows.addWidget(label(semaine, "doux"))

    def _due(self, text: str, action: tuple[str, partial[None]]) -> None:
        verb, gesture = action
        row = Flow()
        if text:
            text_label = label(text, wrap=False)
            text_label.setMinimumHeight(CIBLE)
            row.flow.addWidget(text_label)
        button = Button(verb, "discret")
        button.clicked.connect(lambda: gesture())
        row.flow.addWidget(button)
        self.todo_rows.addWidget(row)

    def _unfold(self, form: TourneeForm) -> None:
        self.form.hide()
        self.ras_form.hide()
        form.prepare(self._etat.secteurs if self._etat else (), self._context.clock())
        form.show()

    def _start(self, tournee: Tournee) -> None:
        now = self._context.clock()
        self._context.tasks.change(
            lambda cahier: commencer_tournee(cahier, tournee, now),
            lambda _: self._started(),
            self,
            partial(self._refused, self.form),
        )

    def _refused(self, form: TourneeForm, error: ErreurConnue) -> None:
        if isinstance(error, SaisieIncomplete):
            form.blame(error)
        else:
            self.banner.tell(error.phrase, "danger")

    def _started(self) -> None:
        self.form.hide()
        self._context.go("saisie")

    def _write_ras(self, tournee: Tournee) -> None:
        now = self._context.clock()
        self._context.tasks.change(
            lambda cahier: rien_a_signaler(cahier, tournee, now),
            self._ras_written,
            self,
            partial(self._refused, self.ras_form),
        )

    def _ras_written(self, tournee: Tournee) -> None:
        self.ras_form.hide()
        self.banner.tell(
            f"C’est noté : rien à signaler, {tournee.secteur}.",
            action=("Annuler", partial(self._take_back, tournee)),
        )

    def _take_back(self, tournee: Tournee) -> None:
        self._context.tasks.change(
            lambda cahier: cahier.delete_tournee(tournee.id),
            lambda _: self.banner.tell("C’est retiré : cette tournée n’est pas notée."),
            self,
        )

    def _finish(self, tournee: Tournee) -> None:
        self._context.tasks.change(
            lambda cahier: terminer_tournee(cahier, tournee, TexteBrut()),
            lambda _: self.banner.tell("Tournée terminée. Bonne fin de soirée."),
            self,
        )
