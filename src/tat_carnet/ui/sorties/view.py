"""L'écran « Sorties »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.journal import LigneJournal
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.context import Context
from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.typographie import compte, heure, jour, majuscule
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.page import Page
from tat_carnet.usecases.sorties import Etat, Verdict, reconnaitre

PAGE: Final = 50
"""Sorties montrées d'un coup."""


class SortiesView(Page):
    """Chaque document sorti : genre, jour, destinataire, empreinte."""

    projectable = True

    def __init__(self, context: Context) -> None:
        super().__init__("Sorties")
        self._context = context
        self.setAcceptDrops(True)
        self.recognise = Button("Reconnaître un fichier", icon_name="search")
        self.recognise.clicked.connect(self._browse)
        self.tools.addWidget(self.recognise)
        self.hint = label(
            "Déposez ici un fichier : l’écran dit s’il est sorti de ce cahier, tel quel, changé "
            "depuis, ou s’il est inconnu. Il n’en garde rien.",
            "doux",
        )
        self.body.addWidget(self.hint)
        self.rows = vertical()
        self.body.addLayout(self.rows)
        self.older = Button("Montrer les précédentes", "discret")
        self.older.clicked.connect(self._ask_older)
        self.older.hide()
        self.body.addWidget(self.older)
        self._shown = 0
        self.body.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Un fichier, et un seul, peut se déposer ici."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dit d'où vient le fichier déposé."""
        self.examine(Path(event.mimeData().urls()[0].toLocalFile()))

    def examine(self, path: Path) -> None:
        """Reconnu, altéré ou inconnu : l'empreinte le dit."""
        self._context.tasks.query(
            lambda cahier: reconnaitre(cahier, path), self._tell_verdict, self, self._refused
        )

    def _refused(self, error: ErreurConnue) -> None:
        self.banner.tell(error.phrase, "alerte")

    def _tell_verdict(self, verdict: Verdict) -> None:
        ligne = verdict.ligne
        if ligne is None:
            self.banner.tell(
                "Inconnu : ce fichier n’est pas sorti de ce cahier, ou son journal est purgé.",
                "alerte",
            )
            return
        what = f"{libelle(ligne.genre)}{_pour(ligne)}, {jour(ligne.le.date())}"
        if verdict.etat is Etat.reconnu:
            self.banner.tell(f"Reconnu, tel qu’il est sorti : {what}.")
        else:
            self.banner.tell(
                f"Il porte le nom d’une de vos sorties ({what}), mais son contenu a changé.",
                "danger",
            )

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, "Reconnaître un fichier", str(self._context.exports_folder)
        )
        if chosen:
            self.examine(Path(chosen))

    def arrive(self) -> None:
        """Relit les dernières sorties."""
        self._context.tasks.query(lambda cahier: cahier.journal(PAGE + 1), self._show, self)

    def _ask_older(self) -> None:
        shown = self._shown
        self._context.tasks.query(lambda cahier: cahier.journal(PAGE + 1, shown), self._add, self)

    def _add(self, journal: Sequence[LigneJournal]) -> None:
        """Une page de plus ; la ligne de trop dit seulement qu'il en reste."""
        for ligne in journal[:PAGE]:
            self.rows.addWidget(_card(ligne))
        self._shown += len(journal[:PAGE])
        self.older.setVisible(len(journal) > PAGE)

    def _show(self, journal: Sequence[LigneJournal]) -> None:
        clear_layout(self.rows)
        self._shown = 0
        self._add(journal)
        if not journal:
            self.rows.addWidget(
                EmptyState(
                    "archive",
                    "Rien n’est encore sorti de ce cahier.",
                    ("Préparer un compte-rendu", partial(self._context.go, "compte_rendu")),
                )
            )


def _card(ligne: LigneJournal) -> Card:
    card = Card()
    card.body.setSpacing(E4)
    card.body.addWidget(
        label(f"{libelle(ligne.genre)} en {libelle(ligne.format)}{_pour(ligne)}", "fort")
    )
    when = f"{majuscule(jour(ligne.le.date(), annee=True))}, {heure(ligne.le)}"
    card.body.addWidget(
        label(f"{when} — {compte(len(ligne.faits), 'fait cité', 'faits cités')}", "doux")
    )
    digest = " ".join(ligne.empreinte[i : i + 8] for i in range(0, len(ligne.empreinte), 8))
    digest_label = label(f"Empreinte SHA-256 : {digest}", "petit")
    digest_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    card.body.addWidget(digest_label)
    return card


def _pour(ligne: LigneJournal) -> str:
    """À qui ; rien en projection, où ce qui fut tapé à la main se tait."""
    return f", pour {ligne.destinataire}" if ligne.destinataire else ""
