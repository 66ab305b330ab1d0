"""L'écran « Situations »."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QStackedWidget, QWidget

from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import Besoin
from tat_carnet.ui.context import Context
from tat_carnet.ui.situations import lectures
from tat_carnet.ui.situations.calendar import AVenir, CalendarPane
from tat_carnet.ui.situations.detail import Ouverte, SituationDetail
from tat_carnet.ui.situations.model import SituationsModel
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.widgets.basics import Button, vertical
from tat_carnet.ui.widgets.columns import Columns
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.page import Page
from tat_carnet.ui.widgets.tall import scrolling
from tat_carnet.usecases import situations as gestes
from tat_carnet.usecases.ports import Cahier

CALENDRIER = "calendrier"


class SituationsView(Page):
    """Les situations à gauche, celle qu'on suit à droite ; ou le calendrier de ce qui vient."""

    def __init__(self, context: Context) -> None:
        super().__init__("Situations", scrolling=False)
        self._context = context
        self._wanted: str | None = None
        self._fresh: Situation | None = None
        self.model = SituationsModel(self._today)
        self.calendar_button = Button("Calendrier", icon_name="clock")
        self.calendar_button.setCheckable(True)
        self.add = Button("Nouvelle situation", icon_name="plus", shortcut="Ctrl+N")
        self.tools.addWidget(self.calendar_button)
        self.tools.addWidget(self.add)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Un code, un besoin")
        self.search.setAccessibleName("Chercher une situation")
        self.list = QListView()
        self.list.setAccessibleName("Situations")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.model)
        self.detail = SituationDetail(context.tasks, self._today)
        self.calendar = CalendarPane(context.tasks, self._today, self.arrive)
        self._lay_out()
        self._connect()

    def arrive(self, key: str | None = None) -> None:
        """Relit les situations ; `key` : l'identifiant de celle à ouvrir, ou « calendrier »."""
        if key is not None:
            self.calendar_button.setChecked(key == CALENDRIER)
        current = self.detail.situation
        self._wanted = key or (current.id if current else None)
        if self.calendar_button.isChecked():
            self._load_calendar()
        else:
            self._context.tasks.query(lambda cahier: cahier.situations(), self._fill, self)

    def flush_draft(self) -> None:
        """Une étape à demi tapée devient une étape : rien de tapé ne se perd."""
        today = self._today()
        typed = self.detail.with_typed(today)
        if typed is None:
            return
        self.detail.etapes.clear()
        self._context.tasks.query(
            lambda cahier: gestes.enregistrer_situation(cahier, typed, today),
            lambda _: None,
            self,
        )

    def _today(self) -> date:
        return self._context.clock().date()

    def _lay_out(self) -> None:
        left = QWidget()
        column = vertical(left, gap=E8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.area = scrolling(self.detail)
        self.columns = Columns((left, 3), (self.area, 5), stack_below=560)
        self.empty = EmptyState(
            "sprout",
            "Aucune situation n’est suivie. Un code tiré au sort, des besoins, des étapes : jamais "
            "un nom.",
            ("Nouvelle situation", self._create),
        )
        self.stack = QStackedWidget()
        self.calendar_area = scrolling(self.calendar)
        for widget in (self.columns, self.empty, self.calendar_area):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self._create)
        self.calendar_button.clicked.connect(self._toggle)
        self.search.textEdited.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(self._open)
        self.detail.changed.connect(self._save)
        self.detail.echeance_added.connect(self._add_echeance)
        self.detail.delete_asked.connect(self._delete)
        self.detail.vignette_asked.connect(lambda s: self._context.go("vignette", s.id))
        self.detail.liens.searched.connect(self._search_faits)
        self.detail.liens.linked.connect(partial(self._link, gestes.lier_fait))
        self.detail.liens.unlinked.connect(partial(self._link, gestes.delier_fait))
        self.detail.liens.opened.connect(lambda fait_id: self._context.go("cahier", fait_id))
        for dues in (self.detail.dues, self.calendar.dues):
            dues.removed.connect(self._echeance_removed)
        self.calendar.echeance_added.connect(partial(self._write_echeance, None))
        self.calendar.zone_asked.connect(lambda: self._context.go("reglages"))
        self._context.tasks.changed.connect(self._refresh)

    def _refresh(self) -> None:
        if self.isVisible() and self._fresh is None:
            self.arrive()

    def _toggle(self) -> None:
        self.flush_draft()
        self.arrive()

    def _fill(self, situations: Sequence[Situation]) -> None:
        self.model.fill(situations)
        if not situations and self._fresh is None:
            self.stack.setCurrentWidget(self.empty)
            self.empty.action.setFocus()
            return
        self.stack.setCurrentWidget(self.columns)
        rank = self.model.rank(self._wanted)
        if rank is None and self._fresh is not None:
            return
        self._fresh = None
        index = self.model.index(rank or 0)
        same = self.list.currentIndex() == index
        self.list.setCurrentIndex(index)
        if same:
            self._open(index, QModelIndex())

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _open(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        situation_id = self.model.situation(current.row()).id
        if self.detail.situation is not None and self.detail.situation.id != situation_id:
            self.flush_draft()
            self.area.verticalScrollBar().setValue(0)
        self._context.tasks.query(
            lambda cahier: lectures.ouvrir(cahier, cahier.situation(situation_id)),
            self.detail.show_ouverte,
            self,
        )

    def _create(self) -> None:
        self.flush_draft()
        self.calendar_button.setChecked(False)
        today = self._today()
        self._context.tasks.query(
            lambda cahier: lectures.ouvrir(cahier, gestes.nouvelle_situation(cahier, today)),
            self._created,
            self,
        )

    def _created(self, ouverte: Ouverte) -> None:
        self._fresh = ouverte.situation
        self.list.clearSelection()
        self.list.setCurrentIndex(QModelIndex())
        self.stack.setCurrentWidget(self.columns)
        self.detail.show_ouverte(ouverte)
        self.area.verticalScrollBar().setValue(0)
        self.detail.besoins.button(Besoin.ecoute).setFocus()
        self.banner.hush()

    def _save(self, situation: Situation) -> None:
        today = self._today()
        if self._fresh is not None and not situation.besoins and not situation.etapes:
            self._fresh = situation  # rien à écrire encore : on choisit d'abord un besoin
            self._show_fresh(situation)
            return
        self._context.tasks.change(
            lambda cahier: gestes.enregistrer_situation(cahier, situation, today),
            self._saved,
            self,
            self._not_saved,
        )

    def _show_fresh(self, situation: Situation) -> None:
        self._context.tasks.query(
            lambda cahier: lectures.ouvrir(cahier, situation), self.detail.show_ouverte, self
        )

    def _saved(self, situation: Situation) -> None:
        if self._fresh is not None:
            self.banner.tell(f"Situation ouverte sous le code {situation.code}.")
        self._fresh = None
        written = {etape.quoi for etape in situation.etapes}
        typed = self.detail.etapes.typed
        if typed is not None and typed.quoi in written:
            self.detail.etapes.clear()
        self._wanted = situation.id

    def _not_saved(self, error: ErreurConnue) -> None:
        self.banner.tell(error.phrase, "alerte")
        current = self.detail.situation
        if current is not None and self._fresh is None:
            self.arrive(current.id)

    def _add_echeance(self, echeance: Echeance) -> None:
        situation = self.detail.situation
        if self._fresh is not None:
            self.banner.tell("Choisissez d’abord un besoin, ou écrivez une étape.", "alerte")
            return
        self.detail.form.hide()
        self._write_echeance(situation.id if situation else None, echeance)

    def _write_echeance(self, situation_id: str | None, echeance: Echeance) -> None:
        today = self._today()
        linked = replace(echeance, situation_id=situation_id)
        self._context.tasks.change(
            lambda cahier: gestes.poser_echeance(cahier, linked, today),
            lambda _: self.banner.tell("L’échéance est posée : elle se rappellera à l’ouverture."),
            self,
        )

    def _echeance_removed(self, echeance: Echeance) -> None:
        def undo() -> None:
            self._context.tasks.change(
                lambda cahier: cahier.save_echeance(echeance),
                lambda _: self.banner.tell("L’échéance est revenue."),
                self,
            )

        self.banner.tell("L’échéance est effacée.", action=("La reprendre", undo))

    def _delete(self, situation: Situation) -> None:
        if self._fresh is not None:
            self._fresh = None
            self.arrive()
            return
        self._context.tasks.change(
            partial(lectures.effacer, situation), partial(self._deleted, situation), self
        )

    def _deleted(self, situation: Situation, lost: list[Echeance]) -> None:
        undo = partial(self._restore, situation, lost)
        self.banner.tell(f"{situation.code} est effacée.", action=("La reprendre", undo))

    def _restore(self, situation: Situation, lost: list[Echeance]) -> None:
        self._context.tasks.change(
            partial(lectures.reprendre, situation, lost),
            lambda s: self.banner.tell(f"{s.code} est revenue."),
            self,
        )

    def _search_faits(self, texte: str) -> None:
        self._context.tasks.query(partial(lectures.chercher, texte), self._found, self)

    def _found(self, trouves: lectures.Trouves) -> None:
        self.detail.liens.show_found(trouves.faits, {site.id: site for site in trouves.sites})

    def _link(self, gesture: Callable[[Cahier, Situation, str], Situation], fait_id: str) -> None:
        situation = self.detail.situation
        if situation is None or self._fresh is not None:
            self.banner.tell("Choisissez d’abord un besoin, ou écrivez une étape.", "alerte")
            return
        self.detail.liens.line.clear()
        self._context.tasks.change(
            lambda cahier: gesture(cahier, situation, fait_id), lambda _: None, self
        )

    def _load_calendar(self) -> None:
        self._context.tasks.query(
            partial(lectures.a_venir, self._today()), self._show_calendar, self
        )

    def _show_calendar(self, a_venir: AVenir) -> None:
        self.stack.setCurrentWidget(self.calendar_area)
        self.calendar.show_a_venir(a_venir)
