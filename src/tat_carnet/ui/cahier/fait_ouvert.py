"""Le fait ouvert à côté de la liste, et ce qu'on y fait : son degré, ses redites, l'effacer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea

from tat_carnet.domain.attestation import ChangementAttestation
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import Attestation, NatureSource
from tat_carnet.ui.cahier.detail import FaitDetail
from tat_carnet.ui.context import Context
from tat_carnet.ui.widgets.banner import Banner
from tat_carnet.usecases.attester import changer_degre
from tat_carnet.usecases.episodes import detacher, grouper, redites_possibles
from tat_carnet.usecases.ports import Cahier


class FaitOuvert(QScrollArea):
    """La carte et ses gestes. `changed` porte le fait à rouvrir, vide s'il est effacé."""

    changed = Signal(str)

    def __init__(self, context: Context, banner: Banner) -> None:
        super().__init__()
        self._context, self._banner = context, banner
        self.detail = FaitDetail()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.detail)
        self.hide()
        self.detail.edit_asked.connect(lambda fait: context.go("saisie", fait.id))
        self.detail.delete_asked.connect(self._discard)
        self.detail.degre.confirmed.connect(self._change_degree)
        self.detail.redites.chosen.connect(self._group)

    def show_fait(self, fait: Fait, site: Site | None) -> None:
        """Montre un fait, puis ce que le cahier en sait d'autre."""
        self.detail.show_fait(fait, site, self._context.clock().date())
        self.show()
        self._context.tasks.query(
            lambda cahier: (fait.id, cahier.changements(fait.id), redites_possibles(cahier, fait)),
            self._show_memoire,
            self,
        )

    def _show_memoire(
        self, read: tuple[str, Sequence[ChangementAttestation], Sequence[Fait]]
    ) -> None:
        fait_id, changements, voisins = read
        if self.detail.fait is not None and self.detail.fait.id == fait_id:
            self.detail.show_memoire(changements, voisins, self._context.clock().date())

    def _change_degree(
        self,
        nouveau: Attestation,
        motif: TexteBrut,
        reunion_le: date | None,
        sources: tuple[NatureSource, ...] | None,
    ) -> None:
        fait, now = self.detail.fait, self._context.clock()
        assert fait is not None

        def change(cahier: Cahier) -> None:
            changer_degre(
                cahier,
                fait.id,
                nouveau,
                motif,
                now,
                reunion_le=reunion_le,
                natures_source=sources,
            )

        self._context.tasks.change(
            change, lambda _: self._tell(fait, "Le degré est changé."), self, self._refused
        )

    def _refused(self, error: ErreurConnue) -> None:
        if isinstance(error, SaisieIncomplete):
            self.detail.degre.blame(error)
        else:
            self._banner.tell(error.phrase, "danger")

    def _group(self, other: Fait | None) -> None:
        fait = self.detail.fait
        assert fait is not None
        said = "C’est un seul épisode." if other else "C’est un épisode à part."
        self._context.tasks.change(
            lambda cahier: grouper(cahier, fait, other) if other else detacher(cahier, fait),
            lambda _: self._tell(fait, said),
            self,
        )

    def _discard(self, fait: Fait) -> None:
        now = self._context.clock()
        self._context.tasks.change(
            lambda cahier: cahier.discard_fait(fait.id, now), lambda _: self._discarded(fait), self
        )

    def _discarded(self, fait: Fait) -> None:
        self.changed.emit("")
        self._banner.tell(
            "Le fait est à la corbeille pour trente jours.",
            action=("Le reprendre", partial(self._restore, fait)),
        )

    def _restore(self, fait: Fait) -> None:
        self._context.tasks.change(
            lambda cahier: cahier.restore_fait(fait.id),
            lambda _: self._tell(fait, "Le fait est revenu."),
            self,
        )

    def _tell(self, fait: Fait, said: str) -> None:
        self.changed.emit(fait.id)
        self._banner.tell(said)
