"""La carte « À faire » : tout ce que rend le registre de ce qui est dû, une ligne chacun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QShowEvent

from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.libelles import libelle
from tat_carnet.ui.coffre.backup_line import BackupLine
from tat_carnet.ui.conservation.annonce_line import AnnonceLine, announced
from tat_carnet.ui.context import Context
from tat_carnet.ui.situations.due_rows import DueRows
from tat_carnet.ui.theme.tokens import CIBLE, E8
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.basics import Button, Card, clear_layout, label, vertical
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.conservation import Etat
from tat_carnet.usecases.dus import Attendu, Veille, ce_qui_veille
from tat_carnet.usecases.situations import Due

ECHEANCES: Final = 5
"""Au-delà, le calendrier les montre mieux."""
LONG: Final = 84
"""Signes au-delà desquels une phrase prend ses lignes, et ses gestes la leur."""


class AFaire(Card):
    """Ce qui attend, dans l'ordre du registre, puis où en est la semaine.

    Ce que la session sait d'elle-même (purges annoncées, sauvegarde en retard) s'y met à jour sans
    relire le cahier. Une purge annoncée qui paraît ici est annoncée : ses quinze jours courent.
    """

    def __init__(self, context: Context, finish: Callable[[Tournee], None]) -> None:
        super().__init__("À faire")
        self._context, self._finish = context, finish
        self._tournee: Tournee | None = None
        self._dus: Sequence[Attendu] = ()
        self.texts: list[str] = []
        self.buttons: dict[str, Button] = {}
        self._rows = vertical(gap=E8)
        self.body.addLayout(self._rows)
        see = partial(context.go, "situations")
        self.dues = DueRows(context.tasks, lambda: context.clock().date(), see)
        self.dues.setParent(self)  # elle finit avec la carte, sans y paraître
        self.dues.hide()
        self.purge: AnnonceLine | None = None
        if context.suivi is not None:
            self.purge = AnnonceLine(context.suivi, partial(context.go, "conservation"))
            self.body.addWidget(self.purge)
            context.suivi.changed.connect(self._show)
        self.semaine = label("", "doux")
        self.body.addWidget(self.semaine)
        self.backup_line: BackupLine | None = None
        if context.sauvegardes is not None:
            self.backup_line = BackupLine(context.sauvegardes, context.clock)
            self.body.addWidget(self.backup_line)
            context.sauvegardes.changed.connect(self._show)

    def show_dus(self, tournee: Tournee | None, dus: Sequence[Attendu], semaine: str) -> None:
        """Remplace tout ; `tournee` est celle qui est restée ouverte."""
        self._tournee, self._dus = tournee, dus
        self.semaine.setText(semaine)
        if self.backup_line is not None:
            self.backup_line.refresh()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """La carte paraît : ce qu'elle annonce est désormais annoncé."""
        super().showEvent(event)
        self._tell_shown()

    def _show(self) -> None:
        clear_layout(self._rows)
        self.texts, self.buttons = [], {}
        if self._tournee is not None:
            text = f"Tournée en cours : {self._tournee.secteur}, {libelle(self._tournee.plage)}"
            self._row(
                text,
                ("Continuer", partial(self._context.go, "saisie")),
                ("Terminer la tournée", partial(self._finish, self._tournee)),
            )
        echeances = 0
        for attendu in (*self._dus, *ce_qui_veille(self._veille())):
            echeances += isinstance(attendu, Due)
            if echeances <= ECHEANCES or not isinstance(attendu, Due):
                self._show_one(attendu)
        if echeances > ECHEANCES:
            others = compte(echeances - ECHEANCES, "autre échéance", "autres échéances")
            see = partial(self._context.go, "situations", "calendrier")
            self._row(f"Et {others}", ("Voir le calendrier", see))
        self._tell_shown()

    def _show_one(self, attendu: Attendu) -> None:
        go = self._context.go
        if isinstance(attendu, Due):
            row, text = self.dues.row(attendu)
            self._rows.addWidget(row)
            self.texts.append(text)
        elif isinstance(attendu, Etat):
            self._row(announced(attendu), ("Voir ce qui part", partial(go, "conservation")))
        else:
            argument = () if attendu.argument is None else (attendu.argument,)
            where = (attendu.ecran, *argument)
            self._row(attendu.phrase, (attendu.verbe, partial(go, *where)), alerte=attendu.alerte)

    def _row(
        self, text: str, *gestures: tuple[str, Callable[[], None]], alerte: bool = False
    ) -> None:
        row, long = Flow(), len(text) > LONG
        words = label(text, "alerte" if alerte else "texte", wrap=long)
        words.setMinimumHeight(CIBLE)
        if long:
            self._rows.addWidget(words)
        else:
            row.flow.addWidget(words)
        for verb, gesture in gestures:
            button = Button(verb, "discret")
            button.setAccessibleName(f"{verb} : {text}")
            button.clicked.connect(lambda _=False, g=gesture: g())
            row.flow.addWidget(button)
            self.buttons[verb] = button
        self._rows.addWidget(row)
        self.texts.append(text)

    def _veille(self) -> Veille:
        suivi, backups = self._context.suivi, self._context.sauvegardes
        etat = suivi.etat if suivi is not None and suivi.avancee is None else None
        retard = backups.late(self._context.clock().date()) if backups is not None else ""
        return Veille(etat, retard)

    def _tell_shown(self) -> None:
        suivi = self._context.suivi
        if suivi is not None and self._veille().conservation is not None and self.isVisible():
            suivi.shown()
