"""L'écran « Compte-rendu » : trois temps, une seule porte de sortie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.domain.relu import CompteRendu, Effort
from tat_carnet.ui.compte_rendu.preparation_form import PreparationForm
from tat_carnet.ui.compte_rendu.relecture_pane import RelecturePane
from tat_carnet.ui.compte_rendu.sortie_form import Sortie, SortieForm
from tat_carnet.ui.context import Context
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.compte_rendu import (
    Dossier,
    Etape,
    Preparation,
    enregistrer_relecture,
    ouvrir_dossier,
)
from tat_carnet.usecases.exporter import exporter, nom_propose
from tat_carnet.usecases.ports import Cahier

TITRES = ("Préparer un compte-rendu", "Relire", "Faire sortir")


class CompteRenduView(Page):
    """Préparer, relire, sortir."""

    def __init__(self, context: Context) -> None:
        super().__init__(TITRES[0], scrolling=False)
        self._context = context
        self._dossier: Dossier | None = None
        self._signed: CompteRendu | None = None
        self.preparation = PreparationForm(context.clock().date())
        if context.preparation is not None:
            self.preparation.fill(context.preparation)
        self.relecture = RelecturePane()
        self.sortie = SortieForm(context.exports_folder)
        self.stages = QStackedWidget()
        for widget in (_scroll(self.preparation), self.relecture, _scroll(self.sortie)):
            self.stages.addWidget(widget)
        self.body.addWidget(self.stages, 1)
        self.tools.addWidget(self.relecture.status)
        self.relecture.status.hide()
        self.preparation.period_changed.connect(self._count)
        self.preparation.confirmed.connect(self._open)
        self.relecture.headline_changed.connect(self.title.setText)
        self.relecture.step_done.connect(self._remember)
        self.relecture.signed.connect(self._sign)
        self.relecture.left.connect(lambda: self._stage(0))
        self.sortie.confirmed.connect(self._write)
        self.sortie.left.connect(lambda: self._stage(1))
        self.sortie.finished.connect(self._finish)

    def arrive(self) -> None:
        """Montre où l'on en était."""
        if self.stages.currentIndex() == 0:
            self._count()
            self.preparation.instance.setFocus()

    def _stage(self, rank: int) -> None:
        self.stages.setCurrentIndex(rank)
        self.title.setText(TITRES[rank])
        self.relecture.status.setVisible(rank == 1)
        self.banner.hush()

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
        self._context.tasks.query(
            lambda cahier: ouvrir_dossier(cahier, preparation),
            self._opened,
            self,
            self.preparation.refuse,
        )

    def _opened(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._stage(1)
        if dossier.refuses:
            count = compte(len(dossier.refuses), "fait reste", "faits restent")
            self.banner.tell(
                f"{count} dans le cahier : une rumeur ou un fait infirmé ne sort pas.", "alerte"
            )
        self.relecture.open_dossier(dossier)

    def _remember(self, etape: Etape) -> None:
        self.banner.hush()
        now = self._context.clock()
        self._context.tasks.change(
            lambda cahier: enregistrer_relecture(cahier, etape, now), lambda _: None, self
        )

    def _sign(self) -> None:
        assert self._dossier is not None
        try:
            self._signed = self._dossier.signer()
        except RelectureIncomplete as error:
            self._stage(1)
            self.relecture.go(error.passage, error.alerte)
            self.relecture.banner.tell(error.phrase, "alerte")
            return
        self._stage(2)
        self.sortie.prepare(self._dossier.preparation.destinataire)

    def _write(self, formats: Sequence[FormatDocument], folder: Path) -> None:
        assert self._dossier is not None
        assert self._signed is not None
        signed, dossier, now = self._signed, self._dossier, self._context.clock()

        def write(cahier: Cahier) -> list[Sortie]:
            return [write_one(cahier, code) for code in formats]

        def write_one(cahier: Cahier, code: FormatDocument) -> Sortie:
            path = _free_path(
                folder, nom_propose(GenreDocument.compte_rendu, signed.tenue_le, code)
            )
            ligne = exporter(
                signed,
                code,
                path,
                termes_masques=dossier.termes_masques(),
                destinataire=dossier.preparation.destinataire,
                cahier=cahier,
                maintenant=now,
            )
            return Sortie(path, ligne)

        self.sortie.wait(True)
        self._context.tasks.change(write, self.sortie.show_result, self, self._refused)

    def _refused(self, error: ErreurConnue) -> None:
        self.sortie.refuse(error.phrase)

    def _finish(self) -> None:
        self._stage(0)
        self._dossier = self._signed = None
        self._context.go("sorties")


def _free_path(folder: Path, name: str) -> Path:
    """Le premier nom libre : « …-2.pdf » si un document du même jour est déjà là."""
    path = folder / name
    rank = 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{rank}{Path(name).suffix}"
        rank += 1
    return path


def _scroll(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
