"""Ce que les gestes demandent au cahier : chercher hors des faits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tat_carnet.domain.trouvaille import Trouvaille


class Trouvailles(Protocol):
    """La recherche hors des faits."""

    def trouver(self, texte: str, limite: int = 4) -> Sequence[Trouvaille]:
        """Ce qui répond à chaque terme : `limite` par genre, le dernier d'abord."""
