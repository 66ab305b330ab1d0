"""La saisie en cours, gardée chiffrée comme le reste."""

from __future__ import annotations

import json
from typing import Final

import sqlcipher3

from tat_carnet.domain.fait import Fait
from tat_carnet.store.base import Depot
from tat_carnet.store.records import fait_from_columns, fait_to_columns

_OCCUPANT: Final = "SELECT json_extract(contenu, '$.id'), contenu FROM brouillon"


def _read(contenu: str) -> Fait:
    return fait_from_columns(json.loads(contenu))


def _noted(connection: sqlcipher3.Connection, fait_id: str) -> bool:
    found = connection.execute("SELECT 1 FROM fait WHERE id = ?", (fait_id,))
    return found.fetchone() is not None


def _keep_correction(connection: sqlcipher3.Connection, fait_id: str, contenu: str) -> None:
    connection.execute(
        "INSERT INTO correction (fait_id, contenu) VALUES (?, ?) "
        "ON CONFLICT (fait_id) DO UPDATE SET contenu = excluded.contenu",
        (fait_id, contenu),
    )


class Brouillons(Depot):
    """Ce qui est en cours d'écriture, qu'aucune règle ne refuse.

    Une place, celle de la saisie ; et une par fait déjà noté, pour la correction qui la trouve
    prise.
    """

    def save_brouillon(self, fait: Fait) -> None:
        """Garde la saisie en cours, même sans site ni type, sans toucher à une correction."""
        contenu = json.dumps(fait_to_columns(fait))
        with self._base.change() as connection:
            held = connection.execute(_OCCUPANT).fetchone()
            occupant, kept = held or (fait.id, "")
            if occupant != fait.id and _noted(connection, fait.id):
                _keep_correction(connection, fait.id, contenu)
                return
            if occupant != fait.id and _noted(connection, occupant):
                _keep_correction(connection, occupant, kept)
            connection.execute(
                "INSERT INTO brouillon (unique_ligne, contenu) VALUES (1, ?) "
                "ON CONFLICT (unique_ligne) DO UPDATE SET contenu = excluded.contenu",
                (contenu,),
            )

    def brouillon(self) -> Fait | None:
        """La saisie laissée en cours."""
        found = self._base.row("SELECT contenu FROM brouillon")
        return None if found is None else _read(found[0])

    def correction(self, fait_id: str) -> Fait | None:
        """La correction de ce fait laissée en cours, où qu'elle soit gardée."""
        found = self._base.row(
            "SELECT contenu FROM brouillon WHERE json_extract(contenu, '$.id') = ? "
            "UNION ALL SELECT contenu FROM correction WHERE fait_id = ?",
            (fait_id, fait_id),
        )
        return None if found is None else _read(found[0])

    def clear_brouillon(self, fait_id: str) -> None:
        """Oublie ce qui était en cours pour ce fait, et cela seul."""
        with self._base.change() as connection:
            connection.execute("DELETE FROM correction WHERE fait_id = ?", (fait_id,))
            connection.execute(
                "DELETE FROM brouillon WHERE json_extract(contenu, '$.id') = ?", (fait_id,)
            )
