"""Ce que les sauvegardes gardent encore d'une purge, et comment elles s'en iront."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tat_carnet.domain.conservation import mois_avant
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.coffre.sauvegardes import Sauvegardes
from tat_carnet.ui.conservation.mots import mois_de
from tat_carnet.ui.context import Context
from tat_carnet.ui.typographie import compte, majuscule
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, label, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.ports import Coffre, SauvegardeGardee

MOIS_GARDES = 12
"""La rotation garde la dernière sauvegarde de douze mois."""


class SauvegardesLine(QWidget):
    """Une phrase, et « Sauvegarder maintenant »."""

    def __init__(self, context: Context, coffre: Coffre, backups: Sauvegardes) -> None:
        super().__init__()
        self._context, self._coffre, self._backups = context, coffre, backups
        column = vertical(self)
        self.text = label("", "doux")
        column.addWidget(self.text)
        self.now = Button("Sauvegarder maintenant", icon_name="archive")
        self.now.clicked.connect(self._back_up)
        row = Flow()
        row.flow.addWidget(self.now)
        column.addWidget(row)
        self.banner = Banner()
        column.addWidget(self.banner)

    def refresh(self) -> None:
        """Relit les sauvegardes gardées."""
        self._context.tasks.query(lambda _: self._coffre.sauvegardes(), self._show, self)

    def _show(self, kept: Sequence[SauvegardeGardee]) -> None:
        if not kept:
            self.text.setText("Aucune sauvegarde ne garde ce qui va partir.")
            return
        count = compte(len(kept), "sauvegarde garde", "sauvegardes gardent", feminin=True)
        newest = max(backup.faite_le for backup in kept)
        end = mois_de(mois_avant(newest.date(), -MOIS_GARDES))
        self.text.setText(
            f"{majuscule(count)} encore ce qui s’efface ici, près du cahier ; une clé USB aussi, "
            "s’il y en a une. La rotation les remplace d’elle-même : sept jours, quatre semaines, "
            f"douze mois. La dernière d’aujourd’hui aura disparu en {end}, si vous ouvrez ce "
            "cahier chaque mois. Une sauvegarde faite après la purge ne contient plus rien de ce "
            "qui est parti."
        )

    def _back_up(self) -> None:
        self.now.setEnabled(False)
        self._backups.back_up(self._saved, self._refuse)

    def _saved(self) -> None:
        self.now.setEnabled(True)
        self.banner.tell("La sauvegarde est faite et relue.")
        self.refresh()

    def _refuse(self, error: ErreurConnue) -> None:
        self.now.setEnabled(True)
        self.banner.tell(f"La sauvegarde n’est pas faite. {error.phrase}", "alerte")
