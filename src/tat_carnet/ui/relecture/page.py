"""La forme commune des écrans d'où un document sort : préparer, relire, faire sortir.

Un écran apporte son formulaire et dit comment en faire un dossier ; le reste est ici, le même pour
tous.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from tat_carnet.domain.errors import ErreurConnue, RelectureIncomplete
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.ui.context import Context
from tat_carnet.ui.relecture.relecture_pane import RelecturePane
from tat_carnet.ui.relecture.sortie_form import Sortie, SortieForm
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.exporter import chemin_libre, exporter, nom_propose
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import Dossier, Etape, Signe, enregistrer_relecture

PREPARATION, RELECTURE, SORTIE = range(3)


class SasPage(Page):
    """Préparer (`preparation`), relire, sortir ; `start` mène à la relecture.

    `went_out` porte les `Sortie` écrites et le `Signe` : de quoi tenir un registre.
    """

    went_out = Signal(object, object)

    def __init__(self, context: Context, title: str, preparation: QWidget) -> None:
        super().__init__(title, scrolling=False)
        self._context = context
        self._titles = (title, "Relire", "Faire sortir")
        self._dossier: Dossier[Any] | None = None
        self._signed: Signe[Any] | None = None
        self.relecture = RelecturePane()
        self.sortie = SortieForm(context.exports_folder)
        self.stages = QStackedWidget()
        for widget in (_scroll(preparation), self.relecture, _scroll(self.sortie)):
            self.stages.addWidget(widget)
        self.body.addWidget(self.stages, 1)
        self.tools.addWidget(self.relecture.status)
        self.relecture.status.hide()
        self.relecture.headline_changed.connect(self.title.setText)
        self.relecture.step_done.connect(self._remember)
        self.relecture.signed.connect(self._sign)
        self.relecture.left.connect(lambda: self._stage(PREPARATION))
        self.sortie.confirmed.connect(self._write)
        self.sortie.left.connect(lambda: self._stage(RELECTURE))
        self.sortie.finished.connect(self._finish)

    @property
    def preparing(self) -> bool:
        """Vrai tant que la relecture n'a pas commencé."""
        return self.stages.currentIndex() == PREPARATION

    def start(
        self, load: Callable[[Cahier], Dossier[Any]], refused: Callable[[ErreurConnue], None]
    ) -> None:
        """Prépare le dossier dans le fil du cahier, puis montre sa relecture."""
        self._context.tasks.query(load, self._opened, self, refused)

    def _stage(self, rank: int) -> None:
        self.stages.setCurrentIndex(rank)
        self.title.setText(self._titles[rank])
        self.relecture.status.setVisible(rank == RELECTURE)
        self.banner.hush()

    def _opened(self, dossier: Dossier[Any]) -> None:
        self._dossier = dossier
        self._stage(RELECTURE)
        if dossier.refuses:
            self.banner.tell(_refused_sentence(dossier), "alerte")
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
            self._stage(RELECTURE)
            self.relecture.go(error.passage, error.alerte)
            self.relecture.banner.tell(error.phrase, "alerte")
            return
        self._stage(SORTIE)
        self.sortie.prepare(self._signed.plan)

    def _write(self, formats: Sequence[FormatDocument], folder: Path) -> None:
        assert self._signed is not None
        signed, now = self._signed, self._context.clock()

        def write(cahier: Cahier) -> list[Sortie]:
            return [write_one(cahier, code) for code in formats]

        def write_one(cahier: Cahier, code: FormatDocument) -> Sortie:
            path = chemin_libre(folder, nom_propose(signed, code))
            return Sortie(path, exporter(signed, code, path, cahier=cahier, maintenant=now))

        self.sortie.wait(True)
        self._context.tasks.change(write, self._written, self, self._write_refused)

    def _written(self, sorties: Sequence[Sortie]) -> None:
        self.sortie.show_result(sorties)
        self.went_out.emit(sorties, self._signed)

    def _write_refused(self, error: ErreurConnue) -> None:
        self.sortie.refuse(error.phrase)

    def _finish(self) -> None:
        self._stage(PREPARATION)
        self._dossier = self._signed = None
        self._context.go("sorties")


def _refused_sentence(dossier: Dossier[Any]) -> str:
    """« 2 faits restent dans le cahier », et pourquoi, chaque raison une fois."""
    count = compte(len(dossier.refuses), "fait reste", "faits restent")
    reasons = dict.fromkeys(phrase for _, phrase in dossier.refuses)
    return f"{count} dans le cahier. {' '.join(reasons)}"


def _scroll(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
