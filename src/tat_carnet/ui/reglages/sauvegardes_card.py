"""Les sauvegardes : où elles en sont, en faire une, savoir ce qui les ouvre."""

from __future__ import annotations

from collections.abc import Sequence

from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.ui.coffre.sauvegardes import Sauvegardes
from tat_carnet.ui.context import Context
from tat_carnet.ui.reglages.busy import Busy
from tat_carnet.ui.reglages.cle_usb import CleUsb
from tat_carnet.ui.reglages.exercice_form import ExerciceForm
from tat_carnet.ui.theme.tokens import E8
from tat_carnet.ui.typographie import compte, heure, jour, majuscule
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import (
    Button,
    Card,
    LabelRole,
    clear_layout,
    label,
    set_property,
    vertical,
)
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.ui.widgets.narrow import narrow
from tat_carnet.usecases.ports import Coffre, SauvegardeGardee


class SauvegardesCard(Card):
    """L'état, un bouton, la clé, la liste des sauvegardes gardées, l'exercice."""

    def __init__(self, context: Context, coffre: Coffre, backups: Sauvegardes) -> None:
        super().__init__("Sauvegardes")
        self._context, self._coffre, self._backups = context, coffre, backups
        self.state = label("")
        self.body.addWidget(self.state)
        row = Flow()
        self.now = Button("Sauvegarder maintenant", icon_name="archive")
        self.now.clicked.connect(self._back_up)
        row.flow.addWidget(self.now)
        self.body.addWidget(row)
        self.busy = Busy(self.now)
        self.body.addWidget(self.busy)
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self.cle = CleUsb(backups, context.clock)
        self.body.addLayout(narrow(self.cle))
        self.kept = Expander("Sauvegardes gardées")
        self.kept_rows = vertical(gap=E8)
        self.kept.body.addLayout(self.kept_rows)
        self.body.addLayout(narrow(self.kept))
        self.exercice = ExerciceForm(context.tasks, coffre, context.clock)
        self.exercice.finished.connect(self.refresh)
        self.body.addLayout(narrow(self.exercice))
        backups.changed.connect(self._show_state)

    def refresh(self) -> None:
        """Relit l'état, la liste, et ce qui a empêché la dernière sauvegarde."""
        self._show_state()
        self._backups.look()
        if self._backups.failure:
            self._refuse_with(self._backups.failure)
        self._context.tasks.query(lambda _: self._coffre.sauvegardes(), self._show_kept, self)

    def secrets_changed(self) -> None:
        """Une phrase ou une clé a changé : il faut tout de suite une sauvegarde qu'elle ouvre."""
        self._back_up()

    def _show_state(self) -> None:
        sentence, late = self._backups.describe(self._context.clock().date())
        self.state.setText(sentence)
        set_property(self.state, "role", "alerte" if late else "texte")

    def _back_up(self) -> None:
        self.banner.hush()
        self.busy.start("Sauvegarde, puis relecture…")
        self._backups.back_up(self._saved, self._refuse)

    def _saved(self) -> None:
        self.busy.stop()
        self.banner.tell("La sauvegarde est faite et relue.")
        self.refresh()

    def _refuse(self, error: ErreurConnue) -> None:
        self.busy.stop()
        self._refuse_with(error.phrase)

    def _refuse_with(self, cause: str) -> None:
        self.banner.tell(f"La sauvegarde n’est pas faite. {cause}", "alerte")

    def _show_kept(self, kept: Sequence[SauvegardeGardee]) -> None:
        clear_layout(self.kept_rows)
        count = compte(len(kept), "sauvegarde gardée", "sauvegardes gardées", feminin=True)
        self.kept.set_title(majuscule(count))
        for backup in kept:
            text, role = _line(backup)
            self.kept_rows.addWidget(label(text, role))
        if any(not backup.phrase_actuelle for backup in kept):
            self.kept_rows.addWidget(label(FORMER, "doux"))


FORMER = (
    "Une ancienne phrase ouvre encore celles qui le disent. Elles disparaîtront d’elles-mêmes à "
    "mesure que de plus récentes les remplacent."
)


def _line(backup: SauvegardeGardee) -> tuple[str, LabelRole]:
    when = f"{majuscule(jour(backup.faite_le.date(), annee=True))}, {heure(backup.faite_le)}"
    if not backup.intacte:
        return f"{when} : abîmée, elle n’en remplace aucune", "danger"
    if not backup.phrase_actuelle:
        return f"{when} : intacte, s’ouvre avec une ancienne phrase", "alerte"
    return f"{when} : intacte, s’ouvre avec la phrase actuelle", "texte"
