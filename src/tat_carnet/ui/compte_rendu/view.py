"""L'écran « Compte-rendu » : choisir la réunion et la période, puis passer le sas."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.relu import Effort
from tat_carnet.ui.compte_rendu.note_form import NoteForm
from tat_carnet.ui.compte_rendu.preparation_form import PreparationForm
from tat_carnet.ui.context import Context
from tat_carnet.ui.relecture.page import SasPage
from tat_carnet.ui.theme.tokens import E16
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import vertical
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.note_synthese import NotePreparee, ouvrir_note
from tat_carnet.usecases.ports import Cahier


class CompteRenduView(SasPage):
    """Préparer un compte-rendu, le relire, le faire sortir."""

    def __init__(self, context: Context) -> None:
        self.preparation = PreparationForm(context.clock().date())
        self.note = NoteForm(context.clock().date())
        self.note_more = Expander("Ou une note de synthèse, en deux pages")
        self.note_more.body.addWidget(self.note)
        desk = QWidget()
        column = vertical(desk, gap=E16)
        column.addWidget(self.preparation)
        column.addWidget(self.note_more)
        super().__init__(context, "Préparer un compte-rendu", desk)
        if context.preparation is not None:
            self.preparation.fill(context.preparation)
        self.preparation.period_changed.connect(self._count)
        self.preparation.confirmed.connect(self._open)
        self.note.confirmed.connect(self._open_note)

    def arrive(self) -> None:
        """Montre où l'on en était."""
        if self.preparing:
            self._count()
            self.preparation.instance.setFocus()

    def _count(self) -> None:
        asked = self.preparation.preparation

        def load(cahier: Cahier) -> tuple[int, Effort]:
            filtre = Filtre(du=asked.du, au=asked.au)
            return cahier.count_faits(filtre), cahier.effort(asked.du, asked.au)

        self._context.tasks.query(load, lambda found: self._show_count(*found), self)

    def _show_count(self, faits: int, effort: Effort) -> None:
        tournees = compte(effort.tournees, "tournée", "tournées", feminin=True)
        text = f"{compte(faits, 'fait', 'faits')} pour {tournees}"
        if effort.ras:
            text += f", dont {effort.ras} sans rien à signaler"
        self.preparation.summary.setText(text)

    def _open(self, preparation: Preparation) -> None:
        self.start(lambda cahier: ouvrir_dossier(cahier, preparation), self.preparation.refuse)

    def _open_note(self, note: NotePreparee) -> None:
        day = self._context.clock().date()
        self.start(lambda cahier: ouvrir_note(cahier, note, day), self.note.refuse)
