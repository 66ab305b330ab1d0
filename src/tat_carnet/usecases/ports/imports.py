"""Ce que les gestes demandent au cahier : importer d'un bloc, et défaire."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.importation import Import


class Imports(Protocol):
    """Ce qui est venu de tableurs."""

    def importer(self, fait: Import, faits: Iterable[Fait], lieux: list[Site]) -> tuple[int, int]:
        """Écrit tous ces faits et leurs lieux, ou rien ; combien, et combien étaient déjà là.

        `lieux` se remplit à mesure qu'on tire les faits. Ce que tirer un fait lève défait tout.
        """

    def imports(self) -> Sequence[Import]:
        """Les imports, le plus récent d'abord."""

    def annuler_import(self, import_id: str, lignes: int) -> bool:
        """Défait au plus `lignes` faits d'un import ; faux quand il n'en reste rien.

        `PurgeSuspendue` pendant une réquisition : rien ne s'efface.
        """
