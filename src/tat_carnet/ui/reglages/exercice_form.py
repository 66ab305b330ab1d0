"""S'exercer à restaurer : la seule preuve qu'une sauvegarde sert."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from tat_carnet.domain.errors import ErreurConnue, PhraseErronee
from tat_carnet.ui.coffre.secret_field import SecretField
from tat_carnet.ui.reglages.busy import Busy
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.typographie import compte
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, label
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.coffre import verifier_et_exercer
from tat_carnet.usecases.ports import Coffre, OpenedCahier


class ExerciceForm(Expander):
    """Relit le cahier, restaure dans un dossier qui disparaît, compare. `finished` : exercé."""

    finished = Signal()

    def __init__(self, tasks: Tasks, coffre: Coffre, clock: Callable[[], datetime]) -> None:
        super().__init__("Vérifier et s’exercer à restaurer")
        self._tasks, self._coffre, self._clock = tasks, coffre, clock
        self.body.addWidget(
            label(
                "Tout est relu, puis une sauvegarde est restaurée dans un dossier provisoire, "
                "rouverte avec votre phrase, comparée au cahier, et effacée. Le cahier ne change "
                "pas.",
                "doux",
            )
        )
        self.secret = SecretField("Phrase de passe, ou code de secours")
        self.secret.line.returnPressed.connect(self._start)
        self.field = Field("Phrase de passe, ou code de secours", self.secret)
        self.body.addWidget(self.field)
        self.start = Button("Vérifier et s’exercer", "premier", icon_name="shield-check")
        self.start.clicked.connect(self._start)
        row = Flow()
        row.flow.addWidget(self.start)
        self.body.addWidget(row)
        self.busy = Busy(self.secret, self.start)
        self.body.addWidget(self.busy)
        self.banner = Banner()
        self.body.addWidget(self.banner)

    def _start(self) -> None:
        self.field.absolve()
        self.banner.hush()
        secret, now = self.secret.text, self._clock()
        if not secret:
            self.field.blame("Tapez la phrase qui ouvre le cahier aujourd’hui.")
            return

        def work(cahier: OpenedCahier) -> int:
            with tempfile.TemporaryDirectory(prefix="tat_carnet-") as folder:
                return verifier_et_exercer(cahier, self._coffre, secret, now, Path(folder))

        self.busy.start("Vérification, sauvegarde, restauration, comparaison…")
        self._tasks.query(work, self._done, self, self._refuse)

    def _done(self, faits: int) -> None:
        self.busy.stop()
        self.secret.clear()
        what = compte(faits, "fait", "faits")
        self.banner.tell(
            f"Tout est entier. La sauvegarde restaurée rend le même contenu : {what}. "
            "Le dossier provisoire est effacé."
        )
        self.finished.emit()

    def _refuse(self, error: ErreurConnue) -> None:
        self.busy.stop()
        if isinstance(error, PhraseErronee):
            self.field.blame(error.phrase)
        else:
            self.banner.tell(error.phrase, "danger")
