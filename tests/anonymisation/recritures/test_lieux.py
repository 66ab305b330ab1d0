"""Du lieu précis au lieu public qui le contient ; une classe, à son école."""

from __future__ import annotations

import pytest

from anonymisation.aides import recrire_a_la_main
from tat_carnet.anonymisation import Categorie


@pytest.mark.parametrize(
    ("texte", "passages", "propose"),
    [
        ("il est en 4e cette année", [("en 4e", Categorie.etablissement)],
         "il est au collège cette année"),
        ("elle passe en terminale", [("en terminale", Categorie.etablissement)],
         "elle passe au lycée"),
        ("il entre en CP demain", [("en CP", Categorie.etablissement)],
         "il entre à l’école demain"),
    ],
)  # fmt: skip
def test_une_classe_devient_son_ecole(
    texte: str, passages: list[tuple[str, Categorie]], propose: str
) -> None:
    """Qui lit « en 4e » en déduirait l'âge à un an près."""
    assert recrire_a_la_main(texte, *passages) == propose
