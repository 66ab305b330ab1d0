"""Les filtres gardés sous un nom."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, Final

from tat_carnet.domain.filtre import Filtre, FiltreGarde
from tat_carnet.domain.vocabulaire import Attestation, Famille, Gravite, Theme, TypeFait
from tat_carnet.store.base import Depot
from tat_carnet.store.purge import refuse_if_suspended
from tat_carnet.store.records import save_row

_CODES: Final[Mapping[str, type[StrEnum]]] = {
    "famille": Famille,
    "type": TypeFait,
    "attestation": Attestation,
    "theme": Theme,
    "gravite": Gravite,
}
_DAYS: Final = ("du", "au")


def _to_json(garde: FiltreGarde) -> str:
    values = {field.name: getattr(garde.filtre, field.name) for field in fields(Filtre)}
    return json.dumps({**values, "jours": garde.jours}, default=date.isoformat)


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _DAYS:
        return date.fromisoformat(value)
    return _CODES[name](value) if name in _CODES else value


def _from_json(nom: str, text: str) -> FiltreGarde:
    """Un champ inconnu de cette version est ignoré, un champ nouveau prend sa valeur par défaut."""
    content = json.loads(text)
    known = {field.name for field in fields(Filtre)} & set(content)
    filtre = Filtre(**{name: _value(name, content[name]) for name in known})
    return FiltreGarde(nom, filtre, content["jours"])


class Filtres(Depot):
    """Les filtres gardés d'un cahier (`usecases.ports.Cahier`)."""

    def save_filtre(self, garde: FiltreGarde) -> None:
        """Garde un filtre ; celui du même nom est remplacé."""
        with self._base.change() as connection:
            save_row(connection, "filtre_garde", {"id": garde.nom, "contenu": _to_json(garde)})

    def filtres(self) -> Sequence[FiltreGarde]:
        """Les filtres gardés, par nom."""
        rows = self._base.rows("SELECT id, contenu FROM filtre_garde ORDER BY id COLLATE NOCASE")
        return [_from_json(*row) for row in rows]

    def delete_filtre(self, nom: str) -> None:
        """Oublie un filtre ; sans effet s'il n'existe pas."""
        with self._base.change() as connection:
            refuse_if_suspended(connection)
            connection.execute("DELETE FROM filtre_garde WHERE id = ?", (nom,))
