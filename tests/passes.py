"""Le corpus de travail, passé une fois par processus d'essais : plusieurs essais en jugent."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final, TypeVar

import pytest

from anonymat.corpus import lire
from mesurer_anonymat import Passe, passer

TELLE_QUELLE: Final = "telle quelle"
"""La variante où chaque note est comme on l'a écrite."""

_Essai = TypeVar("_Essai", bound=Callable[..., None])


def sur_tout_le_corpus(essai: _Essai) -> _Essai:
    """Marque un essai du corpus : un même ouvrier les joue tous, et ils partagent les passes."""
    return pytest.mark.xdist_group("corpus")(essai)


@cache
def notes() -> list[Any]:
    """Les notes de `tests/corpus/travail`."""
    return lire("travail")[0]


@cache
def passe(variante: str) -> list[Passe]:
    """Chaque note de travail, écrite ainsi, et tous ses repères, sans liste de masquage."""
    return list(passer(notes(), variante, ()))
