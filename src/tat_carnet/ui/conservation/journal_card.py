"""Le journal des purges : date, objet, nombres, empreinte ; aucun contenu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from tat_carnet.domain.conservation import LignePurge
from tat_carnet.ui.conservation.mots import ligne_du_journal
from tat_carnet.ui.theme.tokens import E12
from tat_carnet.ui.typographie import heure, jour, majuscule
from tat_carnet.ui.widgets.basics import Card, clear_layout, label, vertical


class JournalCard(Card):
    """Les purges, suspensions et reprises, la plus récente d'abord."""

    def __init__(self) -> None:
        super().__init__("Journal des purges")
        self.rows = vertical(gap=E12)
        self.body.addLayout(self.rows)

    def show_lines(self, lignes: Sequence[LignePurge]) -> None:
        """Montre ces lignes."""
        clear_layout(self.rows)
        for ligne in lignes:
            when = f"{majuscule(jour(ligne.le.date(), annee=True))}, {heure(ligne.le)}"
            self.rows.addWidget(label(f"{when} — {ligne_du_journal(ligne)}"))
            if ligne.empreinte:
                digest = label(f"Empreinte SHA-256 : {_spaced(ligne.empreinte)}", "petit")
                digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
                digest.setAccessibleName("Empreinte de la purge")
                self.rows.addWidget(digest)
        if not lignes:
            self.rows.addWidget(label("Rien n’a encore été purgé.", "doux"))


def _spaced(digest: str) -> str:
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
