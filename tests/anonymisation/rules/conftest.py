"""Les règles écrites à la main s'essaient seules : le second lecteur a ses propres essais."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.rules import second_lecteur


@pytest.fixture(autouse=True)
def second_lecteur_muet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ce qu'une règle dit d'un mot ne se lit pas derrière des poids appris."""
    monkeypatch.setattr(second_lecteur, "reperer", lambda *_: ())
