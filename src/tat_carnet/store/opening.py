"""Ouvrir une base dont on a la clé, et ne rendre que ce qui est entier."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store.base import Base
from tat_carnet.store.cles import DataKey
from tat_carnet.store.connection import connect
from tat_carnet.store.failures import known_failures
from tat_carnet.store.migrations import schema_version
from tat_carnet.store.seal import State, read_state


def open_base(database: Path, key: DataKey, cahier_id: str) -> Base:
    """La base contrôlée en temps constant : clé, longueur, schéma, identité.

    `CahierIllisible`, `CahierPlusRecent` ou `EcritureImpossible`.
    """
    with known_failures(), ExitStack() as on_failure:
        base = Base(connect(database, key), database)
        on_failure.callback(base.close)
        schema_version(base)
        state_of(base, cahier_id)
        on_failure.pop_all()
    return base


def state_of(base: Base, cahier_id: str) -> State:
    """L'état de la base ; `CahierIllisible` si elle n'est pas celle de ce cahier."""
    state = read_state(base)
    if state is None or state.cahier != cahier_id:
        raise CahierIllisible(
            "La base de ce cahier vient d’un autre cahier. Rien n’a été changé. "
            "Restaurez la sauvegarde la plus récente."
        )
    return state
