"""La liste de masquage : des termes, sans lien avec aucun fait ni aucune personne."""

from __future__ import annotations

from collections.abc import Collection

from tat_carnet.store.base import Depot
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.text import storable


class Masquage(Depot):
    """La liste de masquage d'un cahier (`usecases.ports.Cahier`)."""

    def termes_masquage(self) -> frozenset[str]:
        """Tous les termes, tels qu'ils ont été tapés."""
        return frozenset(row[0] for row in self._base.rows("SELECT terme FROM terme_masquage"))

    def remove_termes_masquage(self, termes: Collection[str]) -> None:
        """Ôte des termes, du journal WAL aussi ; un terme inconnu est sans effet."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.executemany(
                "DELETE FROM terme_masquage WHERE terme = ?", [(terme,) for terme in termes]
            )
        self._base.checkpoint()

    def add_termes_masquage(self, termes: Collection[str]) -> None:
        """Ajoute des termes ; un terme vide ou déjà connu est sans effet."""
        with self._base.change() as connection:
            connection.executemany(
                "INSERT INTO terme_masquage (terme) VALUES (?) ON CONFLICT (terme) DO NOTHING",
                [(storable(terme.strip()),) for terme in termes if terme.strip()],
            )
