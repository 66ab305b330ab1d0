"""Combien de gens un nom dit."""

from __future__ import annotations

import pytest

from anonymisation.aides import recrire_a_la_main
from tat_carnet.anonymisation import Categorie


@pytest.mark.parametrize(
    ("texte", "passages", "propose"),
    [
        ("on a vu trois Zorglub en bas", [("trois Zorglub", Categorie.nom)],
         "on a vu trois personnes en bas"),
        ("vu deux Zorglubiens en bas", [("deux Zorglubiens", Categorie.surnom)],
         "vu deux personnes en bas"),
    ],
)  # fmt: skip
def test_un_nom_compte_dit_combien_ils_sont(
    texte: str, passages: list[tuple[str, Categorie]], propose: str
) -> None:
    """Témoin : sans `_NOMBRE`, « un jeune » en tenait lieu (vu)."""
    assert recrire_a_la_main(texte, *passages) == propose
