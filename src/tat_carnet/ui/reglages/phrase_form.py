"""Changer la phrase de passe : la clé est remballée, les données ne bougent pas."""

from __future__ import annotations

from PySide6.QtCore import Signal

from tat_carnet.domain.errors import ErreurConnue, PhraseErronee
from tat_carnet.ui.coffre.new_phrase import NewPhrase
from tat_carnet.ui.coffre.secret_field import SecretField
from tat_carnet.ui.reglages.busy import Busy
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.ui.widgets.basics import Button, label
from tat_carnet.ui.widgets.expander import Expander
from tat_carnet.ui.widgets.field import Field
from tat_carnet.ui.widgets.flow import Flow
from tat_carnet.usecases.coffre import changer_phrase
from tat_carnet.usecases.ports import Coffre


class PhraseForm(Expander):
    """L'ancienne phrase, la nouvelle deux fois. `phrase_changed` : c'est fait."""

    phrase_changed = Signal()

    def __init__(self, tasks: Tasks, coffre: Coffre) -> None:
        super().__init__("Changer la phrase de passe")
        self._tasks = tasks
        self.body.addWidget(
            label(
                "Vos notes ne sont pas récrites. L’ancienne phrase ouvrira encore les sauvegardes "
                "d’avant : si quelqu’un la connaît, renouvelez aussi la clé.",
                "doux",
            )
        )
        self.current = SecretField("Phrase actuelle, ou code de secours")
        self.current_field = Field("Phrase actuelle, ou code de secours", self.current)
        self.body.addWidget(self.current_field)
        self.new = NewPhrase(coffre, "Nouvelle phrase")
        self.new.entered.connect(self._submit)
        self.body.addWidget(self.new)
        self.submit = Button("Changer la phrase", "premier")
        self.submit.clicked.connect(self._submit)
        row = Flow()
        row.flow.addWidget(self.submit)
        self.body.addWidget(row)
        self.busy = Busy(self.submit, self.current, self.new)
        self.body.addWidget(self.busy)
        self.banner = Banner()
        self.body.addWidget(self.banner)

    def _submit(self) -> None:
        self.current_field.absolve()
        self.banner.hush()
        if not self.current.text:
            self.current_field.blame("Tapez la phrase qui ouvre le cahier aujourd’hui.")
        elif self.new.accepted():
            current, new = self.current.text, self.new.text
            self.busy.start("Changement de la phrase…")
            self._tasks.query(
                lambda cahier: changer_phrase(cahier, current, new),
                lambda _: self._done(),
                self,
                self._refuse,
            )

    def _done(self) -> None:
        self.busy.stop()
        self.current.clear()
        self.new.clear()
        self.banner.tell("La phrase est changée. Elle servira dès la prochaine ouverture.")
        self.phrase_changed.emit()

    def _refuse(self, error: ErreurConnue) -> None:
        self.busy.stop()
        if isinstance(error, PhraseErronee):
            self.current_field.blame(error.phrase)
            self.current.setFocus()
        else:
            self.banner.tell(error.phrase, "danger")
