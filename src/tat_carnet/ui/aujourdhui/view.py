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
from tat_carnet.ui.aujourdhui.a_faire import AFaire
from tat_carnet.ui.aujourdhui.tournee_form import TourneeForm
from tat_carnet.ui.context import Context
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import compte, jour, majuscule
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, set_property, vertical
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.fait_rows import FaitRow
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.dus import Attendu, ce_qui_est_du
from tat_carnet.usecases.noter import commencer_tournee, rien_a_signaler, terminer_tournee
from tat_carnet.usecases.ports import Cahier

DERNIERS = 6
LARGEUR = 140
"""Quatre gestes tiennent sur une ligne, à 150 % sur un petit écran."""


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
        gestures = Flow(gap=E8)
        for button in (self.nouvelle, self.ras, self.noter, self.alerter):
            button.setMinimumWidth(LARGEUR)
            gestures.flow.addWidget(button)
        self.body.addWidget(gestures)
        self.form.confirmed.connect(self._start)
        self.ras_form.confirmed.connect(self._write_ras)
        for form in (self.form, self.ras_form):
            form.hide()
            form.cancelled.connect(form.hide)
            self.body.addWidget(form)
        self.todo = AFaire(context, self._finish)
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
        self.todo.show_dus(etat.tournee, etat.dus, _semaine(etat))
        clear_layout(self.notes_rows)
        today = self._context.clock().date()
        for fait in etat.derniers:
            row = FaitRow(fait, etat.sites.get(fait.site_id or ""), today)
            row.clicked.connect(partial(self._context.go, "cahier", fait.id))
            self.notes_rows.addWidget(row)
        if not etat.derniers:
            empty = "Rien n’est encore noté. Commencez par une tournée, ou notez un fait."
            self.notes_rows.addWidget(EmptyState("notebook-pen", empty))

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


def _semaine(etat: Etat) -> str:
    """« Cette semaine : 3 tournées, dont 1 sans rien à signaler »."""
    semaine = f"Cette semaine : {compte(etat.tournees, 'tournée', 'tournées', feminin=True)}"
    return f"{semaine}, dont {etat.ras} sans rien à signaler" if etat.ras else semaine
