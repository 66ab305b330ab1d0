"""Une page de faits : ses lignes sont lues, chaque fait n'est composé que si on le regarde.

Chercher en tapant demande cent faits à chaque lettre et l'écran en montre une douzaine : composer
les autres coûtait plus que de les trouver.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from tat_carnet.domain.fait import Fait
from tat_carnet.store.base import Row
from tat_carnet.store.records import fait_from_row


class Page(Sequence[Fait]):
    """Les faits de `rows`, lignes dans l'ordre de `fait_from_row`. Égale à la liste des mêmes."""

    __slots__ = ("_faits", "_rows")

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._faits: dict[int, Fait] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Fait: ...

    @overload
    def __getitem__(self, index: slice) -> list[Fait]: ...

    def __getitem__(self, index: int | slice) -> Fait | list[Fait]:
        if isinstance(index, slice):
            return [self[rank] for rank in range(*index.indices(len(self)))]
        rank = range(len(self))[index]
        fait = self._faits.get(rank)
        if fait is None:
            fait = self._faits[rank] = fait_from_row(self._rows[rank])
        return fait

    def __iter__(self) -> Iterator[Fait]:
        return map(self.__getitem__, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)
