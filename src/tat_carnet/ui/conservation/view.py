"""L'écran « Conservation »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QProgressBar

from tat_carnet.domain.conservation import LignePurge, Objet
from tat_carnet.ui.conservation.depart import Depart
from tat_carnet.ui.conservation.durees_card import DureesCard
from tat_carnet.ui.conservation.journal_card import JournalCard
from tat_carnet.ui.conservation.mots import avancee, nombres
from tat_carnet.ui.conservation.sauvegardes_line import SauvegardesLine
from tat_carnet.ui.conservation.suivi import Suivi
from tat_carnet.ui.context import Context
from tat_carnet.ui.theme.tokens import E24
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, horizontal, label, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.conservation import Etat
from tat_carnet.usecases.ports import Cahier


class ConservationView(Page):
    """Ce qui part, l'avancée d'une purge, les durées, la réquisition, le journal."""

    def __init__(self, context: Context) -> None:
        super().__init__("Conservation")
        assert context.suivi is not None
        self._context: Context = context
        self._suivi: Suivi = context.suivi
        self._told = len(self._suivi.faites)
        self._shown: Etat | None = None
        self.leaving = Card("Ce qui va s’effacer")
        self.rows = vertical(gap=E24)
        self.leaving.body.addLayout(self.rows)
        self.progress = label("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Avancée de la purge")
        self.stop = Button("Arrêter la purge")
        self.stop.clicked.connect(self._suivi.stop)
        running = horizontal()
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop)
        self.leaving.body.addWidget(self.progress)
        self.leaving.body.addLayout(running)
        self.backups: SauvegardesLine | None = None
        if context.coffre is not None and context.sauvegardes is not None:
            self.backups = SauvegardesLine(context, context.coffre, context.sauvegardes)
            self.leaving.body.addWidget(self.backups)
        self.body.addWidget(self.leaving)
        self.body.addWidget(self._requisition())
        self.durees = DureesCard(self._suivi)
        self.body.addWidget(self.durees)
        self.journal = JournalCard()
        self.body.addWidget(self.journal)
        self.body.addStretch(1)
        self._suivi.changed.connect(self._refresh)

    def arrive(self) -> None:
        """Relit tout."""
        if self._suivi.avancee is None:
            self._suivi.refresh()
        if self.backups is not None:
            self.backups.refresh()

    def _requisition(self) -> Card:
        card = Card("En cas de réquisition")
        text = "La police ou un juge demande ce cahier ? Rien ne doit s’effacer d’ici là."
        card.body.addWidget(label(text, "doux"))
        self.requisition = Button("Que faire, et suspendre la purge", icon_name="shield-check")
        self.requisition.clicked.connect(lambda: self._context.go("requisition"))
        row = Flow()
        row.flow.addWidget(self.requisition)
        card.body.addWidget(row)
        return card

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        self._show_progress()
        etat = self._suivi.etat
        if etat is not None and etat != self._shown:
            self._shown = etat
            self._show_leaving(etat)
        if self._suivi.avancee is None:
            self._tell_result()
            self._suivi.shown()
            self._context.tasks.query(_read, self._show_kept, self)

    def _show_progress(self) -> None:
        progress = self._suivi.avancee
        for widget in (self.progress, self.bar, self.stop):
            widget.setVisible(progress is not None)
        if progress is not None:
            done, total = progress
            self.progress.setText(avancee(done, total))
            self.bar.setRange(0, max(total, 1))
            self.bar.setValue(done)

    def _show_leaving(self, etat: Etat) -> None:
        clear_layout(self.rows)
        if etat.suspension is not None:
            text = "Rien ne s’efface : une réquisition suspend la purge."
            self.rows.addWidget(label(text, "alerte"))
            return
        for echeance in etat.a_annoncer:
            self.rows.addWidget(Depart(self._context, self._suivi, etat, echeance))
        if not etat.a_annoncer:
            text = "Rien ne s’efface dans les quinze jours qui viennent."
            self.rows.addWidget(label(text, "doux"))

    def _tell_result(self) -> None:
        if self._suivi.failure:
            self.banner.tell(f"La purge n’est pas achevée. {self._suivi.failure}", "alerte")
        elif len(self._suivi.faites) > self._told:
            last = self._suivi.faites[-1]
            what = nombres(last.objet, last.nombres) if last.objet else ""
            self.banner.tell(
                f"C’est effacé : {what}. La ligne est au journal.",
                action=self._offer_backup(),
            )
        self._told = len(self._suivi.faites)

    def _offer_backup(self) -> tuple[str, partial[None]] | None:
        if self.backups is None:
            return None
        return "Faire une sauvegarde neuve", partial(self.backups.now.click)

    def _show_kept(self, answer: tuple[Mapping[Objet, int], Sequence[LignePurge]]) -> None:
        durees, lignes = answer
        self.durees.show_durees(durees)
        self.journal.show_lines(lignes)


def _read(cahier: Cahier) -> tuple[Mapping[Objet, int], Sequence[LignePurge]]:
    return cahier.durees(), cahier.journal_purge()
