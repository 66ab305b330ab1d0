"""La forme commune des écrans d'où un document sort : préparer, relire, faire sortir.

Un écran apporte son formulaire et dit comment en faire un dossier ; le reste est ici, le même pour
tous.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from tat_carnet.anonymisation.risque import Bilan
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.journal import FormatDocument
from tat_carnet.domain.sas import EssaiIntrus
from tat_carnet.ui.context import Context
from tat_carnet.ui.relecture.recit_words import gathered_from_start, nothing_to_read
from tat_carnet.ui.relecture.refus_words import refused_sentence
from tat_carnet.ui.relecture.regard import RegardPane
from tat_carnet.ui.relecture.relecture_pane import RelecturePane
from tat_carnet.ui.relecture.remede import Ecart, Montee
from tat_carnet.ui.relecture.sortie_form import Sortie, SortieForm
from tat_carnet.ui.widgets.page import Page
from tat_carnet.ui.widgets.tall import scrolling
from tat_carnet.usecases.exporter import chemin_libre, exporter, nom_propose
from tat_carnet.usecases.ports import Cahier
from tat_carnet.usecases.relecture import (
    Apercu,
    Dossier,
    Etape,
    Signe,
    ajouter_levees,
    ecrire_relecture,
    figer,
)
from tat_carnet.usecases.relecture.inchange import exiger_inchange
from tat_carnet.usecases.risque import Connus, connaitre, mesurer_risque, relever

PREPARATION, RELECTURE, REGARD, SORTIE = range(4)
INACHEVEE = "Il reste un passage à lire avant de signer."
RACONTE = "Ce passage raconte quelqu’un, et rien n’en est décidé."
RELIRE = "Ces faits en disent maintenant moins : relisez-les tels qu’ils sortiraient."
DELIES = "Plus rien ne relie ces passages : relisez-les tels qu’ils sortiraient."
RETOUCHER = "Récrivez ce passage : il ferait reconnaître quelqu’un."


class SasPage(Page):
    """Préparer (`preparation`), relire, regarder une dernière fois, sortir ; `start` fait relire.

    `signed` : la relecture est signée. `went_out` porte les `Sortie` écrites et le `Signe` : de
    quoi tenir un registre.
    """

    went_out = Signal(object, object)
    signed = Signal()
    finish_verb: ClassVar[str] = "Voir le journal des sorties"

    def __init__(self, context: Context, title: str, preparation: QWidget) -> None:
        super().__init__(title, scrolling=False)
        self._context = context
        self._titles = (title, "Relire", "Dernier regard", "Faire sortir")
        self._dossier: Dossier[Any] | None = None
        self._signed: Signe[Any] | None = None
        self.relecture = RelecturePane()
        self.regard = RegardPane(context.clock)
        self.sortie = SortieForm(context.exports_folder, self.finish_verb)
        self.stages = QStackedWidget()
        for widget in (scrolling(preparation), self.relecture, self.regard, scrolling(self.sortie)):
            self.stages.addWidget(widget)
        self.body.addWidget(self.stages, 1)
        self.tools.addWidget(self.relecture.foot.status)
        self.relecture.foot.status.hide()
        self.relecture.headline_changed.connect(self.title.setText)
        self.relecture.step_done.connect(self._remember)
        self.relecture.signed.connect(self._look)
        alerts = self.relecture.alerts
        for gesture in (alerts.accepted, alerts.reworded, alerts.kept, alerts.tied, alerts.widened):
            # Ce qui reste dans le cahier a été lu : sur un petit écran, la place sert mieux.
            gesture.connect(self.banner.hush)
        self.relecture.left.connect(lambda: self._stage(PREPARATION))
        self.regard.findings.raised.connect(self._raise)
        self.regard.findings.aside_asked.connect(self._put_aside)
        self.regard.findings.untied.connect(self._untie)
        self.regard.passage_asked.connect(self._return_to)
        self.regard.answered.connect(self._log_test)
        self.regard.confirmed.connect(self._sign)
        self.regard.left.connect(lambda: self._stage(RELECTURE))
        for button in (self.relecture.foot.undo, self.regard.undo):
            button.clicked.connect(self._undo)
        for pane in (self.relecture, self.regard):
            keys = QShortcut(QKeySequence.StandardKey.Undo, pane)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(self._undo)
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
        self.relecture.foot.status.setVisible(rank == RELECTURE)
        self.banner.hush()

    def _opened(self, dossier: Dossier[Any]) -> None:
        self._dossier = dossier
        self._stage(RELECTURE)
        gathered = gathered_from_start(
            sum(dossier.a_part.ensembles()), public=dossier.plan.profil.public
        )
        empty = nothing_to_read(sum(etape.vide and not etape.tue for etape in dossier.etapes))
        said = " ".join(filter(None, (gathered, empty)))
        if dossier.refuses:
            self.banner.tell(f"{refused_sentence(dossier.refuses)} {said}".rstrip(), "alerte")
        elif said:
            self.banner.tell(said, "appui")
        self.relecture.open_dossier(dossier)
        exposes = dossier.exposes()
        self._context.tasks.query(
            lambda cahier: connaitre(cahier, exposes),
            lambda connus: self._know(dossier, connus),
            self,
        )

    def _know(self, dossier: Dossier[Any], connus: Connus) -> None:
        if dossier is self._dossier:
            self.relecture.know(connus)

    def _remember(self, etape: Etape) -> None:
        self.banner.hush()
        self._retain_natures()
        # Figé ici : défaite pendant que le fil attend son tour, une étape s'écrirait à moitié lue.
        read = figer(etape, self._context.clock())
        self._context.tasks.change(
            lambda cahier: ecrire_relecture(cahier, read), lambda _: None, self
        )

    def _retain_natures(self) -> None:
        """Ce dont on ne dit que la nature, avec les autres ou à part, le reste ensuite."""
        assert self._dossier is not None
        now = self._context.clock()
        levees = self._dossier.natures.a_retenir(now) + self._dossier.a_part.a_retenir(now)
        if levees:
            self._context.tasks.change(
                lambda cahier: ajouter_levees(cahier, levees), lambda _: None, self
            )

    def _look(self) -> None:
        """Tout est lu : mesurer ce que les codes révèlent encore, et montrer le document seul."""
        assert self._dossier is not None
        dossier = self._dossier
        self._retain_natures()
        waiting = dossier.premiere_a_faire()
        if waiting is not None:
            self._read_again(waiting, INACHEVEE)
            return
        try:
            seen = dossier.apercu()
        except ErreurConnue as error:  # une lettre qui déborde, par exemple
            self.relecture.banner.tell(error.phrase, "alerte")
            return
        telling = dossier.recits.attendent()
        if telling:
            self._read_again(telling[0], RACONTE)
            return
        # Figés ici : le fil mesure pendant que l'on relit, et verrait une étape à moitié changée.
        read, told = dossier.lu, relever(dossier)

        def measure(cahier: Cahier) -> Bilan:
            exiger_inchange(cahier, read, seen)
            return mesurer_risque(cahier, told)

        def refuse(error: ErreurConnue) -> None:
            self.relecture.banner.tell(error.phrase, "alerte")

        self._context.tasks.query(measure, self._show_regard, self, refuse)

    def _show_regard(self, bilan: Bilan) -> None:
        assert self._dossier is not None
        self._stage(REGARD)
        self.regard.undo.setVisible(bool(self.relecture.history))
        self.regard.show_dossier(self._dossier, bilan)

    def _raise(self, montee: Montee) -> None:
        assert self._dossier is not None
        with self.relecture.gesture():
            rank = self._dossier.generaliser(montee.references, montee.pas)
        self._read_again(rank, RELIRE)

    def _untie(self, references: Sequence[str]) -> None:
        assert self._dossier is not None
        with self.relecture.gesture():
            rank = self._dossier.relies.delier(references)
        self._read_again(rank, DELIES)

    def _put_aside(self, ecart: Ecart) -> None:
        assert self._dossier is not None
        with self.relecture.gesture():
            self._dossier.ecarter_faits(ecart.references, ecartes=not ecart.reprise)
        self._look()

    def _undo(self) -> None:
        """Défait le dernier geste, et ce que le cahier en retenait ; au regard, on y reste."""
        looking = self.stages.currentIndex() == REGARD
        said = self.relecture.undo()
        if not said:
            return
        self._retain_natures()
        assert self._dossier is not None
        if looking and self._dossier.premiere_a_faire() is None:
            self._look()
            return
        self._stage(RELECTURE)
        self.relecture.banner.tell(said, "appui")

    def _return_to(self, line: str) -> None:
        """Le passage d'où vient cette ligne du document ; à défaut, le premier."""
        assert self._dossier is not None
        rank = self._dossier.rang_du_texte(line)
        if rank is None:
            rank = 0 if self._dossier.etapes else None
        if rank is not None:
            with self.relecture.gesture():
                self._dossier.etapes[rank].lue = False
        self._read_again(rank, RETOUCHER)

    def _read_again(self, rank: int | None, sentence: str) -> None:
        if rank is None:
            self._stage(PREPARATION)
            return
        self._stage(RELECTURE)
        self.relecture.go(rank)
        self.relecture.banner.tell(sentence, "alerte")

    def _log_test(self, essai: EssaiIntrus) -> None:
        self._context.tasks.change(
            lambda cahier: cahier.append_essai_intrus(essai), lambda _: None, self
        )

    def _sign(self, seen: Apercu, essai: EssaiIntrus) -> None:
        assert self._dossier is not None
        try:
            self._signed = self._dossier.signer(self._dossier.regarder(seen, essai))
        except ErreurConnue as error:
            self.regard.banner.tell(error.phrase, "alerte")
            return
        self.signed.emit()
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
        self._back_to_preparation()
        self._context.go("sorties")

    def _back_to_preparation(self) -> None:
        self._stage(PREPARATION)
        self._dossier = self._signed = None
