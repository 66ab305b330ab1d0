"""Ce que les gestes demandent au cahier : les plans des secteurs."""

from __future__ import annotations

from typing import Protocol

from tat_carnet.domain.plan import PlanSecteur


class Plans(Protocol):
    """Un plan au plus par secteur."""

    def save_plan(self, plan: PlanSecteur) -> None:
        """Écrit le plan d'un secteur ; remplace celui qu'il avait, les épingles demeurent."""

    def plan(self, secteur: str) -> PlanSecteur | None:
        """Le plan de ce secteur, s'il en a un."""

    def delete_plan(self, secteur: str) -> None:
        """Efface le plan d'un secteur et les épingles de ses sites."""
