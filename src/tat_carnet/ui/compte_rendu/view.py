"""L'écran « Compte-rendu » : choisir la réunion ou la période, puis passer le sas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.relu import CompteRendu, Effort
from tat_carnet.ui.compte_rendu.note_form import NoteForm
from tat_carnet.ui.compte_rendu.preparation_form import PreparationForm
from tat_carnet.ui.context import Context
from tat_carnet.ui.relecture.page import SasPage
from tat_carnet.ui.theme.tokens import E16
from tat_carnet.ui.typographie import compte, jour, majuscule
from tat_carnet.ui.widgets.basics import vertical
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.usecases.compte_rendu import Preparation, ouvrir_dossier
from tat_carnet.usecases.note_synthese import NotePreparee, estimer_note, ouvrir_note
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier
from tat_carnet.usecases.reunions import preparer_de_reunion

REUNIONS_MONTREES = 24


@dataclass(frozen=True, slots=True)
class Matiere:
    """Ce qu'un compte-rendu aurait à dire."""

    preparation: Preparation
    faits: int
    effort: Effort


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
        self.preparation.period_changed.connect(self._count)
        self.preparation.confirmed.connect(self._open)
        self.preparation.meeting_asked.connect(self._see_meeting)
        self.note.confirmed.connect(self._open_note)
        self.note.changed.connect(self._estimate)
        self.note_more.toggle.toggled.connect(self._estimate)

    def arrive(self, what: str | None = None) -> None:
        """Montre où l'on en était ; `what` : une réunion, « periode » ou « note »."""
        if not self.preparing:
            return
        today = self._context.clock().date()
        wanted = "" if what in ("periode", "note") else what
        self._context.tasks.query(
            lambda cahier: cahier.reunions(today, REUNIONS_MONTREES),
            lambda reunions: self.preparation.offer(reunions, wanted),
            self,
        )
        self.note_more.toggle.setChecked(what == "note")
        (self.note.objet if what == "note" else self.preparation.source).setFocus()

    def _count(self) -> None:
        read = self._asked()

        def load(cahier: Cahier) -> Matiere:
            asked = read(cahier)
            filtre = Filtre(du=asked.du, au=asked.au)
            return Matiere(asked, cahier.count_faits(filtre), cahier.effort(asked.du, asked.au))

        self._context.tasks.query(load, self._show_count, self)

    def _show_count(self, matiere: Matiere) -> None:
        self.preparation.summary.setText(_summary(matiere))

    def _open(self) -> None:
        read = self._asked()

        def load(cahier: Cahier) -> Dossier[CompteRendu]:
            return ouvrir_dossier(cahier, read(cahier))

        self.start(load, self.preparation.refuse)

    def _asked(self) -> Callable[[Cahier], Preparation]:
        """Ce que le formulaire demande maintenant ; d'une réunion, le cahier dira le reste."""
        asked, reunion_id = self.preparation.preparation, self.preparation.reunion_id

        def read(cahier: Cahier) -> Preparation:
            if not reunion_id:
                return asked
            of_meeting = preparer_de_reunion(cahier, reunion_id, asked.destinataire)
            return replace(of_meeting, profil=asked.profil, dementis=asked.dementis)

        return read

    def _see_meeting(self) -> None:
        self._context.go("reunions", self.preparation.reunion_id)

    def _estimate(self) -> None:
        if self.note_more.toggle.isChecked():
            note = self.note.note
            self._context.tasks.query(
                lambda cahier: estimer_note(cahier, note), self.note.show_size, self
            )

    def _open_note(self, note: NotePreparee) -> None:
        day = self._context.clock().date()
        self.start(lambda cahier: ouvrir_note(cahier, note, day), self.note.refuse)


def _summary(matiere: Matiere) -> str:
    """« Du samedi 18 octobre au … : 47 faits pour 31 tournées ; 5 décisions prises, 5 suivies »."""
    asked, effort = matiere.preparation, matiere.effort
    tournees = compte(effort.tournees, "tournée", "tournées", feminin=True)
    text = f"{compte(matiere.faits, 'fait', 'faits')} pour {tournees}"
    if effort.ras:
        text += f", dont {effort.ras} sans rien à signaler"
    if not asked.de_reunion:
        return text
    taken = compte(len(asked.decisions), "décision prise", "décisions prises", feminin=True)
    followed = compte(len(asked.rappels), "suivie", "suivies", feminin=True)
    since = majuscule(f"du {jour(asked.du)} au {jour(asked.au)}")
    return f"{since} : {text} ; {taken}, {followed}."
