"""Faire entrer et sortir l'annuaire : une rangée de gestes, pliée d'ordinaire."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.journal import FormatDocument, GenreDocument
from tat_carnet.ui.context import Context
from tat_carnet.ui.reglages.busy import Busy
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, Card, horizontal
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.annuaire.imprimer import (
    LISTES,
    Impression,
    exporter_annuaire,
    imprimer_fiche,
    imprimer_livret,
)
from tat_carnet.usecases.exporter import chemin_libre
from tat_carnet.usecases.ports import Cahier


class SortiesAnnuaire(Card):
    """Importer, exporter, imprimer ; ce qui sort va dans le dossier qu'on choisit."""

    import_asked = Signal()
    doubles_asked = Signal()
    cancelled = Signal()

    def __init__(self, context: Context, banner: Banner) -> None:
        super().__init__("Importer, exporter, imprimer")
        self._context, self._banner = context, banner
        row = Flow()
        self.take = Button("Importer un fichier", icon_name="download")
        self.take.clicked.connect(self.import_asked)
        self.doubles = Button("Chercher les doubles", icon_name="copy")
        self.doubles.clicked.connect(self.doubles_asked)
        self.booklet = Button("Imprimer le livret", icon_name="printer")
        self.booklet.clicked.connect(lambda: self._print(GenreDocument.livret))
        self.liaison = Button("Fiche de liaison vide", icon_name="printer")
        self.liaison.clicked.connect(lambda: self._print(GenreDocument.fiche_liaison))
        self.parcours = Button("Fiche de parcours vide", icon_name="printer")
        self.parcours.clicked.connect(lambda: self._print(GenreDocument.fiche_parcours))
        self.exports = {
            code: Button(f"Exporter en {name}", icon_name="archive")
            for code, name in LISTES.items()
        }
        for code, button in self.exports.items():
            button.clicked.connect(lambda _=False, c=code: self._export(c))
        buttons = [self.take, self.doubles, self.booklet, self.liaison, self.parcours]
        buttons += self.exports.values()
        for button in buttons:
            row.flow.addWidget(button)
        self.body.addWidget(row)
        self.busy = Busy(*buttons)
        self.body.addWidget(self.busy)
        close = Button("Fermer")
        close.clicked.connect(self.cancelled)
        foot = horizontal()
        foot.addWidget(close)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def write(self, genre: GenreDocument, folder: Path) -> None:
        """Écrit le livret ou une fiche vide dans ce dossier."""
        now = self._context.clock()
        path = chemin_libre(folder, _name(genre, now.date(), FormatDocument.pdf))

        def work(cahier: Cahier) -> Impression:
            if genre is GenreDocument.livret:
                return imprimer_livret(cahier, path, now)
            return imprimer_fiche(cahier, genre, path, now)

        self._start(work, lambda done: self._printed(path, done))

    def export(self, code: FormatDocument, folder: Path) -> None:
        """Écrit l'annuaire en CSV ou en cartes de visite dans ce dossier."""
        now = self._context.clock()
        path = chemin_libre(folder, _name(GenreDocument.annuaire, now.date(), code))
        self._start(
            lambda cahier: exporter_annuaire(cahier, code, path, now),
            lambda done: self._tell(f"L’annuaire est dans « {path.name} ».", done),
        )

    def _start(self, work: Callable[[Cahier], object], then: Callable[..., None]) -> None:
        self.busy.start("Écriture…")

        def finish(result: object) -> None:
            self.busy.stop()
            then(result)

        self._context.tasks.change(work, finish, self, self._refused)

    def _refused(self, error: ErreurConnue) -> None:
        self.busy.stop()
        self._banner.tell(error.phrase, "danger")

    def _printed(self, path: Path, done: Impression) -> None:
        self._tell(f"« {path.name} » est prêt à imprimer.", done)

    def _tell(self, text: str, done: Impression) -> None:
        if done.restees:
            kept = compte(done.restees, "fiche n’y est pas", "fiches n’y sont pas", feminin=True)
            self._banner.tell(f"{text} {kept}. {done.attentes[0]}", "alerte")
        else:
            self._banner.tell(text)

    def _print(self, genre: GenreDocument) -> None:
        folder = self._folder()
        if folder is not None:
            self.write(genre, folder)

    def _export(self, code: FormatDocument) -> None:
        folder = self._folder()
        if folder is not None:
            self.export(code, folder)

    def _folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(
            self, "Choisir le dossier", str(self._context.exports_folder)
        )
        return Path(chosen) if chosen else None


def _name(genre: GenreDocument, day: date, code: FormatDocument) -> str:
    """Un nom neutre : « fiche-liaison-2026-11-21.pdf »."""
    return f"{genre.value.replace('_', '-')}-{day.isoformat()}.{code.value}"
