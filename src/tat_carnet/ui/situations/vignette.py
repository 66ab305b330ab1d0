"""L'écran « Vignette » : préparer d'une situation, relire, faire sortir."""

from __future__ import annotations

from tat_carnet.ui.context import Context
from tat_carnet.ui.relecture.page import PREPARATION, SasPage
from tat_carnet.ui.situations.vignette_form import VignetteForm
from tat_carnet.usecases.vignette import (
    PreparationVignette,
    ouvrir_vignette,
    proposer_preparation,
)


class VignetteView(SasPage):
    """Le sas de tous les documents, nourri d'une situation."""

    def __init__(self, context: Context) -> None:
        self.form = VignetteForm()
        super().__init__(context, "Composer une vignette", self.form)
        self._situation_id: str | None = None
        self.form.confirmed.connect(self._open)
        self.form.left.connect(lambda: context.go("situations", self._situation_id))

    def arrive(self, situation_id: str | None = None) -> None:
        """Part de cette situation ; sans elle, montre où l'on en était."""
        if situation_id is None:
            if self.preparing:
                self.form.destinataire.setFocus()
            return
        self._situation_id = situation_id
        self._stage(PREPARATION)
        self._context.tasks.query(
            lambda cahier: proposer_preparation(cahier.situation(situation_id)),
            self.form.prepare,
            self,
        )

    def _open(self, preparation: PreparationVignette) -> None:
        today = self._context.clock().date()
        self.start(lambda cahier: ouvrir_vignette(cahier, preparation, today), self.form.refuse)
