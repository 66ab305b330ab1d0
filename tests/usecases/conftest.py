"""Un vrai cahier chiffré, sans phrase à dériver, pour les gestes du métier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tat_carnet.store.cahier import CahierOuvert, open_demo


@pytest.fixture
def cahier(tmp_path: Path) -> Iterator[CahierOuvert]:
    """Vide, détruit à la fin."""
    ouvert = open_demo(tmp_path)
    yield ouvert
    ouvert.close()
