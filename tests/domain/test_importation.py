"""Le bilan d'un import."""

from __future__ import annotations

from tat_carnet.domain.importation import Bilan, Remarque


def test_une_remarque_importable_ne_compte_pas_comme_refusee() -> None:
    bilan = Bilan(2, (Remarque(3, "x"), Remarque(4, "y", importable=True)))

    assert bilan.refusees == 1
