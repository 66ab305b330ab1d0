"""Les mots que la personne a ajoutés au dictionnaire."""

from __future__ import annotations

from tat_carnet.store.base import Depot
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.text import storable


class Orthographe(Depot):
    """Le dictionnaire d'un cahier (`usecases.ports.Cahier`)."""

    def mots_ajoutes(self) -> frozenset[str]:
        """Les mots ajoutés, tels quels."""
        return frozenset(row[0] for row in self._base.rows("SELECT mot FROM mot_ajoute"))

    def add_mot(self, mot: str) -> None:
        """Ajoute un mot ; un mot vide ou déjà connu est sans effet."""
        if mot.strip():
            with self._base.change() as connection:
                connection.execute(
                    "INSERT INTO mot_ajoute (mot) VALUES (?) ON CONFLICT (mot) DO NOTHING",
                    (storable(mot.strip()),),
                )

    def delete_mot(self, mot: str) -> None:
        """Retire un mot ; sans effet s'il n'y est pas."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.execute("DELETE FROM mot_ajoute WHERE mot = ?", (mot,))
