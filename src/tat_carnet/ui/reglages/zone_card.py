"""La zone de vacances scolaires que le calendrier montre."""

from __future__ import annotations

from tat_carnet.domain.vocabulaire import ZoneScolaire
from tat_carnet.ui.tasks import Tasks
from tat_carnet.ui.widgets.basics import Card, label
from tat_carnet.ui.widgets.chips import Chips


class ZoneCard(Card):
    """Gardée dans le cahier : les préférences, en clair, n'ont pas à dire où l'on travaille."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__("Calendrier scolaire")
        self._tasks = tasks
        self.zone = Chips(list(ZoneScolaire), "Zone de vacances", exclusive=True)
        self.zone.changed.connect(self._choose)
        self.body.addWidget(
            label("Vacances et rentrées que montre le calendrier des situations :", "doux")
        )
        self.body.addWidget(self.zone)

    def refresh(self) -> None:
        """Relit la zone choisie."""
        self._tasks.query(lambda cahier: cahier.zone_scolaire(), self.zone.set_value, self)

    def _choose(self) -> None:
        zone = self.zone.value()
        self._tasks.change(lambda cahier: cahier.choisir_zone_scolaire(zone), lambda _: None, self)
