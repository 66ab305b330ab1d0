"""Le sceau : jusqu'où allait un cahier quand on l'a fermé.

Les pages de la base sont authentiques une à une, mais une vieille page, ou toute une vieille base,
l'est aussi : un démenti pourrait disparaître sans bruit. Le sceau garde hors de la base, sous la
clé de données, le compteur d'écritures et la somme des jetons.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from tat_carnet.domain.errors import CahierIllisible
from tat_carnet.store.atomic import write_atomic
from tat_carnet.store.base import Base
from tat_carnet.store.cles import DataKey
from tat_carnet.store.layout import SEAL

_TABLES: Final = """
    SELECT t.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
    WHERE t.type = 'table' AND c.name = 'jeton'
"""
_MAX_BYTES: Final = 4096


class CahierRevenuEnArriere(CahierIllisible):
    """Le cahier, ou une partie, est dans un état plus ancien que celui où on l'a laissé."""


@dataclass(frozen=True, slots=True)
class State:
    """Où en est une base : son cahier, ses écritures, la somme des jetons de ses lignes."""

    cahier: str
    compteur: int
    somme: int


def read_state(base: Base) -> State | None:
    """L'état inscrit dans la base ; `None` si elle n'en a pas."""
    row = base.row("SELECT cahier, compteur, somme FROM identite")
    return None if row is None else State(*row)


def check_rows(base: Base) -> None:
    """Relit toutes les lignes (1 µs chacune) ; `CahierRevenuEnArriere` si l'une est revenue."""
    state = read_state(base)
    tables = " UNION ALL ".join(
        f"SELECT jeton FROM {table} NOT INDEXED" for (table,) in base.rows(_TABLES)
    )
    ((actual,),) = base.rows(f"SELECT coalesce(sum(jeton), 0) FROM ({tables})")
    if state is None or state.somme != actual:
        raise CahierRevenuEnArriere(
            "Une partie de ce cahier est revenue à un état ancien. Rien n’a été changé. "
            "Comparez-le à la sauvegarde la plus récente."
        )


def _mac(state: State, key: DataKey) -> str:
    return key.mac("sceau", json.dumps(asdict(state), sort_keys=True).encode())


def write_seal(folder: Path, state: State, key: DataKey) -> None:
    """Inscrit l'état d'un cahier à côté de sa base ; `OSError` si le disque refuse."""
    content = asdict(state) | {"mac": _mac(state, key)}
    write_atomic(folder / SEAL, json.dumps(content, indent=1).encode() + b"\n")


def read_seal(folder: Path, key: DataKey) -> State | None:
    """L'état inscrit ; `None` si le sceau manque, est abîmé, ou n'est pas de cette clé."""
    try:
        with (folder / SEAL).open("rb") as file:
            content = json.loads(file.read(_MAX_BYTES))
        state = State(str(content["cahier"]), int(content["compteur"]), int(content["somme"]))
        return state if hmac.compare_digest(str(content["mac"]), _mac(state, key)) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def check_seal(sealed: State | None, state: State) -> None:
    """`CahierRevenuEnArriere` si la base en est à moins que son sceau.

    Elle peut en être à plus : l'application a été tuée avant de sceller. Sans sceau, rien à dire.
    """
    if sealed is None or sealed.compteur < state.compteur or sealed == state:
        return
    raise CahierRevenuEnArriere(
        "Ce cahier est plus ancien que lorsque vous l’avez fermé : des écritures y manquent. "
        "Rien n’a été changé. Comparez-le à la sauvegarde la plus récente."
    )
