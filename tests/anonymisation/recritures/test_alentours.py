"""Où finit un nom, l'article qu'il emporte, et ce que la liste de masquage tient d'un lieu."""

from __future__ import annotations

import pytest

from anonymisation.aides import recrire_a_la_main
from tat_carnet.anonymisation import Categorie


@pytest.mark.parametrize(
    ("texte", "passages", "propose"),
    [
        ("Lavandin n’est pas là", [("Lavandin n", Categorie.liste)], "Un jeune n’est pas là"),
        ("vu bloc D, m'a dit", [("bloc D, m", Categorie.batiment)],
         "vu dans un bâtiment du secteur, m'a dit"),
        ("plus de lumière ds l'escalier du C", [("l'escalier du C", Categorie.liste)],
         "plus de lumière ds une partie commune du secteur"),
        ("vu rue du Puits hier", [("rue du Puits", Categorie.liste)],
         "vu dans une rue du secteur hier"),
        ("Karim A a ri", [("Karim", Categorie.nom), ("A", Categorie.initiales)], "Un jeune a ri"),
    ],
)  # fmt: skip
def test_les_alentours_d_un_repere_restent_francais(
    texte: str, passages: list[tuple[str, Categorie]], propose: str
) -> None:
    """Ce que le repérage ou la liste ont pris de trop, ou de trop peu, se rend à la phrase."""
    assert recrire_a_la_main(texte, *passages) == propose
