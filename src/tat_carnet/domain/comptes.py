"""Ce que les tournées ont vu d'un lieu, mois par mois : des chiffres, jamais sans leur effort."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Famille


def mois_precedents(jour: date, nombre: int) -> tuple[date, ...]:
    """Les premiers jours des `nombre` derniers mois, le plus ancien d'abord, celui-ci compris."""
    rang = jour.year * 12 + jour.month - 1
    return tuple(date(r // 12, r % 12 + 1, 1) for r in range(rang - nombre + 1, rang + 1))


@dataclass(frozen=True, slots=True)
class ComptesSite:
    """Un lieu, sur une suite de mois.

    `faits` : les épisodes, par mois (son premier jour) et par famille, démentis exclus ; les
    redites d'un même épisode n'en font qu'un par mois. `efforts` : les tournées
    du secteur, par mois. `total` : tous les faits du lieu, de toujours, démentis compris.
    """

    mois: tuple[date, ...]
    faits: Mapping[tuple[date, Famille], int]
    efforts: Mapping[date, Effort]
    total: int

    def compte(self, mois: date, famille: Famille) -> int | None:
        """Combien de faits ; `None` si personne n'est passé ce mois-là : on n'en sait rien."""
        vus = self.faits.get((mois, famille), 0)
        return vus if vus or self.tournees(mois) else None

    def tournees(self, mois: date) -> int:
        """Combien de tournées dans le secteur ce mois-là."""
        effort = self.efforts.get(mois)
        return 0 if effort is None else effort.tournees

    @property
    def familles(self) -> tuple[Famille, ...]:
        """Celles qui ont au moins un fait, dans l'ordre du domaine."""
        vues = {famille for _, famille in self.faits}
        return tuple(famille for famille in Famille if famille in vues)

    @property
    def vus(self) -> int:
        """Les faits de la période."""
        return sum(self.faits.values())

    @property
    def effort(self) -> Effort:
        """Les tournées de la période."""
        return Effort.somme(self.efforts.values())
