"""Les plans des secteurs : une image ou un contour, dans la base chiffrée comme le reste."""

from __future__ import annotations

import json

from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.store.base import Depot
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.text import storable


class Plans(Depot):
    """Les plans d'un cahier (`usecases.ports.Cahier`)."""

    def save_plan(self, plan: PlanSecteur) -> None:
        """Écrit un plan vérifié, à la place de celui du secteur ; `PlanRefuse` s'il est vide."""
        plan = plan.verified()
        traits = json.dumps([[(point.x, point.y) for point in trait] for trait in plan.traits])
        with self._base.change() as connection:
            connection.execute(
                "INSERT INTO plan (secteur, rapport, image, traits) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (secteur) DO UPDATE SET rapport = excluded.rapport, "
                "image = excluded.image, traits = excluded.traits, "
                "jeton = random() & 0xFFFFFFFFFF",
                (storable(plan.secteur), plan.rapport, plan.image, traits),
            )
        self._base.checkpoint()

    def plan(self, secteur: str) -> PlanSecteur | None:
        """Le plan de ce secteur."""
        found = self._base.row(
            "SELECT rapport, image, traits FROM plan WHERE secteur = ?", (secteur,)
        )
        if found is None:
            return None
        rapport, image, traits = found
        drawn = tuple(tuple(Position(x, y) for x, y in trait) for trait in json.loads(traits))
        return PlanSecteur(secteur, rapport, image, drawn)

    def delete_plan(self, secteur: str) -> None:
        """Efface le plan, et les épingles qu'il portait ; sans effet s'il n'y en a pas."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.execute("DELETE FROM plan WHERE secteur = ?", (secteur,))
            connection.execute(
                "UPDATE site SET plan_x = NULL, plan_y = NULL, jeton = random() & 0xFFFFFFFFFF "
                "WHERE secteur = ?",
                (secteur,),
            )
        self._base.checkpoint()
