"""La saisie en cours, gardée chiffrée comme le reste."""

from __future__ import annotations

import json

from tat_carnet.domain.fait import Fait
from tat_carnet.store.base import Depot
from tat_carnet.store.records import fait_from_columns, fait_to_columns


class Brouillons(Depot):
    """Le brouillon d'un cahier : un seul, qu'aucune règle ne refuse."""

    def save_brouillon(self, fait: Fait) -> None:
        """Garde la saisie en cours, même sans site ni type."""
        with self._base.change() as connection:
            connection.execute(
                "INSERT INTO brouillon (unique_ligne, contenu) VALUES (1, ?) "
                "ON CONFLICT (unique_ligne) DO UPDATE SET contenu = excluded.contenu",
                (json.dumps(fait_to_columns(fait)),),
            )

    def brouillon(self) -> Fait | None:
        """La saisie laissée en cours."""
        found = self._base.row("SELECT contenu FROM brouillon")
        if found is None:
            return None
        return fait_from_columns(json.loads(found[0]))

    def clear_brouillon(self) -> None:
        """Oublie la saisie en cours."""
        with self._base.change() as connection:
            connection.execute("DELETE FROM brouillon")
