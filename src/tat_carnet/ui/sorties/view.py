"""L'écran « Sorties »."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt

from tat_carnet.domain.journal import LigneJournal
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.context import Context
from tat_carnet.ui.theme.tokens import E4
from tat_carnet.ui.typographie import compte, heure, jour, majuscule
from tat_carnet.ui.widgets.basics import Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.empty import EmptyState
from tat_carnet.ui.widgets.page import Page


class SortiesView(Page):
    """Chaque document sorti : genre, jour, destinataire, empreinte."""

    projectable = True

    def __init__(self, context: Context) -> None:
        super().__init__("Sorties")
        self._context = context
        self.rows = vertical()
        self.body.addLayout(self.rows)
        self.body.addStretch(1)

    def arrive(self) -> None:
        """Relit le journal."""
        self._context.tasks.query(lambda cahier: cahier.journal(), self._show, self)

    def _show(self, journal: Sequence[LigneJournal]) -> None:
        clear_layout(self.rows)
        for ligne in journal:
            self.rows.addWidget(_card(ligne))
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
        label(
            f"{libelle(ligne.genre)} en {libelle(ligne.format)}, pour {ligne.destinataire}", "fort"
        )
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
