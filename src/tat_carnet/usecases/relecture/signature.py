"""Le document regardé, puis signé : deux marques que seul un `Dossier` appose."""

from __future__ import annotations

from dataclasses import InitVar, dataclass
from typing import Final, Generic, TypeAlias

from tat_carnet.documents.interface import Document
from tat_carnet.domain.sas import Sillage
from tat_carnet.usecases.relecture.inchange import Lu
from tat_carnet.usecases.relecture.plan import ContenuT, Plan

Apercu: TypeAlias = Document
"""Le document montré au dernier regard : l'écran le reçoit et le rend, sans savoir en composer."""


class _Cachet:
    """La marque de `Dossier.regarder` et de `signer` ; rien d'autre ne l'appose."""


CACHET: Final = _Cachet()


@dataclass(frozen=True, slots=True)
class Regarde:
    """Un document lu seul, où personne ne reconnaîtrait quelqu'un. `Dossier.regarder` seul en fait.

    `vu` : le document tel qu'il a été regardé ; il ne vaut pour aucun autre.
    """

    vu: Apercu
    cachet: InitVar[_Cachet]

    def __post_init__(self, cachet: _Cachet) -> None:
        if cachet is not CACHET:
            raise TypeError("Seul le sas fait regarder un document.")


@dataclass(frozen=True, slots=True)
class Signe(Generic[ContenuT]):
    """Un document que quelqu'un a lu en entier. Seul `Dossier.signer` en fait un.

    `references` : les identifiants des faits qu'il cite, pour le journal. `termes_masques` : ce que
    la contre-lecture cherchera. `sillages` : ce qu'il dit en codes. `lu` : ce que le
    cahier en disait alors (`inchange`). Le cachet n'est pas gardé :
    `dataclasses.replace` ne peut pas le reporter sur un autre contenu.
    """

    plan: Plan[ContenuT]
    contenu: ContenuT
    document: Document
    references: tuple[str, ...]
    termes_masques: frozenset[str]
    sillages: tuple[Sillage, ...]
    lu: Lu
    cachet: InitVar[_Cachet]

    def __post_init__(self, cachet: _Cachet) -> None:
        if cachet is not CACHET:
            raise TypeError("Seul le sas signe un document.")
