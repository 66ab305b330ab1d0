"""Toutes les épreuves dérivent vite ; celles qu'intéresse la vraie dérivation la lancent à part."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from epreuves.epreuve import derivation_rapide


@pytest.fixture(autouse=True)
def vite() -> Iterator[None]:
    with derivation_rapide():
        yield
