"""Un lieu récrit reçoit la préposition que sa phrase demande."""

from __future__ import annotations

import pytest

from anonymisation.aides import recrire_a_la_main
from tat_carnet.anonymisation import Categorie


@pytest.mark.parametrize(
    ("texte", "passages", "propose"),
    [
        ("feu côté rue X hier", [("rue X", Categorie.adresse)],
         "feu du côté d’une rue du secteur hier"),
        ("il va de la rue X au collège Zorg",
         [("rue X", Categorie.adresse), ("collège Zorg", Categorie.etablissement)],
         "il va d’une rue du secteur à un collège"),
        ("rien en Z7 hier", [("Z7", Categorie.batiment)],
         "rien dans un bâtiment du secteur hier"),
        ("sortie lycée Zorg vers midi", [("lycée Zorg", Categorie.etablissement)],
         "sortie d’un lycée vers midi"),
        ("il va jusqu'au collège Zorg", [("collège Zorg", Categorie.etablissement)],
         "il va jusqu’à un collège"),
        ("hier, hall 4 est calme", [("hall 4", Categorie.batiment)],
         "hier, une partie commune du secteur est calme"),
        ("vu collège Zorg, hall 3 hier",
         [("collège Zorg", Categorie.etablissement), ("hall 3", Categorie.batiment)],
         "vu dans un collège, une partie commune du secteur hier"),
        ("vu du monde passé bât 9", [("bât 9", Categorie.batiment)],
         "vu du monde passé dans un bâtiment du secteur"),
    ],
)  # fmt: skip
def test_un_lieu_prend_sa_preposition(
    texte: str, passages: list[tuple[str, Categorie]], propose: str
) -> None:
    """Témoin : `determine` à la place de `loge` fait échouer les lieux sans préposition (vu)."""
    assert recrire_a_la_main(texte, *passages) == propose
