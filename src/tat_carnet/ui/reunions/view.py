"""L'écran « Réunions » : les préparer, les tenir, en rendre compte."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.reunion import Reunion
from tat_carnet.domain.vocabulaire import EtatDecision
from tat_carnet.ui.context import Context
from tat_carnet.ui.reunions.liste import ReunionsListe
from tat_carnet.ui.reunions.seance import SeancePane
from tat_carnet.ui.widgets.basics import Button
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.page import Page
from tat_carnet.ui.widgets.tall import scrolling
from tat_carnet.usecases import reunions as gestes
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.reunions import Seance

SAVE_DELAY_MS: Final = 400
TITLE: Final = "Réunions"


class ReunionsView(Page):
    """La liste des réunions, ou celle qu'on prépare ; ce qui se tape s'écrit de soi-même."""

    def __init__(self, context: Context) -> None:
        super().__init__(TITLE, scrolling=False)
        self._context = context
        self.add = Button("Nouvelle réunion", "premier", icon_name="plus", shortcut="Ctrl+N")
        self.period = Button("Compte-rendu d’une période", icon_name="file-check-2")
        self.note = Button("Note de synthèse", icon_name="file-text")
        self.tools.addWidget(self.add)
        self.others = Flow()
        for button in (self.period, self.note):
            self.others.flow.addWidget(button)
        self.body.addWidget(self.others)
        self.list = ReunionsListe()
        self.seance = SeancePane(self._today)
        self.empty = EmptyState(
            "users",
            "Aucune réunion n’est encore notée. Des structures, un ordre du jour, des décisions "
            "datées : jamais un nom.",
            ("Préparer une réunion", self._create),
        )
        self.stack = QStackedWidget()
        self.list_area, self.seance_area = scrolling(self.list), scrolling(self.seance)
        for widget in (self.list_area, self.seance_area, self.empty):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_DELAY_MS)
        self.stack.currentChanged.connect(self._show_others)
        self._connect()

    def arrive(self, key: str = "") -> None:
        """Relit les réunions ; `key` : celle à ouvrir, ou une de ses décisions."""
        if self.seance.reunion is not None and not key:
            return
        self._context.tasks.query(
            lambda cahier: (cahier.reunions(), _wanted(cahier, key)),
            lambda found: self._show(*found),
            self,
        )

    def flush_draft(self) -> None:
        """Écrit la réunion en cours de frappe, telle quelle, et les suites pas encore écrites."""
        pending = self._timer.isActive()
        self._timer.stop()
        reunion = self.seance.reunion
        if reunion is None:
            return
        if pending:
            self._context.tasks.query(
                lambda cahier: gestes.garder_reunion(cahier, reunion), lambda _: None, self
            )
        for taken, row in self.seance.rappels.rows:
            if row.altered:
                self._state(taken.id, row.decision.id, *row.typed)

    def _today(self) -> date:
        return self._context.clock().date()

    def _connect(self) -> None:
        go = self._context.go
        self.add.clicked.connect(self._create)
        self.period.clicked.connect(lambda: go("compte_rendu", "periode"))
        self.note.clicked.connect(lambda: go("compte_rendu", "note"))
        self.list.opened.connect(self.arrive)
        self.list.report_asked.connect(partial(go, "compte_rendu"))
        self._timer.timeout.connect(self._autosave)
        self.seance.changed.connect(self._touch)
        self.seance.saved.connect(lambda: self._save(self._told_saved))
        self.seance.report_asked.connect(
            lambda: self._save(lambda reunion: go("compte_rendu", reunion.id))
        )
        self.seance.fait_asked.connect(partial(go, "cahier"))
        self.seance.left.connect(self._back)
        self.seance.delete_asked.connect(self._delete)
        self.seance.rappels.stated.connect(self._state)
        self.seance.tenue_le.dateChanged.connect(self._look_around)
        self.seance.instance.editingFinished.connect(self._look_around)

    def _show(self, reunions: Sequence[Reunion], seance: Seance | None) -> None:
        self.list.show_reunions(reunions, self._today())
        if seance is not None:
            self._open(seance)
        elif reunions:
            self.stack.setCurrentWidget(self.list_area)
        else:
            self.stack.setCurrentWidget(self.empty)
            self.empty.action.setFocus()

    def _show_others(self) -> None:
        """D'autres documents que celui d'une réunion : pas quand on en tient une."""
        self.others.setVisible(self.stack.currentWidget() is not self.seance_area)

    def _open(self, seance: Seance) -> None:
        self.banner.hush()
        self.seance.show_seance(seance)
        self.stack.setCurrentWidget(self.seance_area)
        self.seance_area.verticalScrollBar().setValue(0)
        self.seance.instance.setFocus()

    def _create(self) -> None:
        self.flush_draft()
        today = self._today()

        def create(cahier: Cahier) -> Seance:
            reunion = gestes.nouvelle_reunion(cahier, today)
            cahier.save_reunion(reunion)
            return gestes.ouvrir_seance(cahier, reunion)

        self._context.tasks.query(create, self._open, self)

    def _autosave(self) -> None:
        reunion = self.seance.reunion
        if reunion is not None:
            self._context.tasks.query(
                lambda cahier: gestes.garder_reunion(cahier, reunion), lambda _: None, self
            )

    def _touch(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _save(self, done: Callable[[Reunion], None]) -> None:
        self._timer.stop()
        reunion = self.seance.reunion
        assert reunion is not None
        self.seance.absolve()
        self._context.tasks.change(
            lambda cahier: gestes.enregistrer_reunion(cahier, reunion),
            done,
            self,
            self.seance.refuse,
        )

    def _told_saved(self, _reunion: Reunion) -> None:
        self.seance.banner.tell("La réunion est enregistrée.")

    def _back(self) -> None:
        self.flush_draft()
        self.seance.close_seance()
        self.arrive()

    def _look_around(self) -> None:
        """La date ou l'instance a changé : les faits et les décisions d'avant aussi."""
        reunion = self.seance.reunion
        if reunion is not None:
            self._context.tasks.query(
                lambda cahier: gestes.ouvrir_seance(cahier, reunion), self.seance.show_around, self
            )

    def _state(
        self, reunion_id: str, decision_id: str, etat: EtatDecision, suite: TexteBrut
    ) -> None:
        today = self._today()
        self._context.tasks.query(
            lambda cahier: gestes.suivre_decision(
                cahier, reunion_id, decision_id, etat, suite, today
            ),
            lambda _: None,
            self,
        )

    def _delete(self) -> None:
        self._timer.stop()
        reunion = self.seance.reunion
        assert reunion is not None

        def deleted(_none: None) -> None:
            undo = partial(self._restore, reunion)
            self.seance.close_seance()
            self.arrive()
            self.banner.tell("La réunion est effacée.", action=("La reprendre", undo))

        self._context.tasks.change(
            lambda cahier: cahier.delete_reunion(reunion.id), deleted, self, self.seance.refuse
        )

    def _restore(self, reunion: Reunion) -> None:
        def restored(_none: None) -> None:
            self.banner.tell("La réunion est revenue.")
            self.arrive()

        self._context.tasks.change(
            lambda cahier: gestes.garder_reunion(cahier, reunion), restored, self
        )


def _wanted(cahier: Cahier, key: str) -> Seance | None:
    """La réunion de cet identifiant, ou celle qui a pris la décision de cet identifiant.

    Une décision se suit dans la réunion d'après, où elle se rappelle ; à défaut, dans la sienne.
    """
    reunion = gestes.reunion_de(cahier, key) if key else None
    return gestes.ouvrir_seance(cahier, reunion) if reunion is not None else None
