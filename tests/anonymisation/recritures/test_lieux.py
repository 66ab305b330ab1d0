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


@pytest.mark.parametrize(
    ("texte", "passage", "propose"),
    [
        ("On fait deux tours. Au troisième il sourit.", "troisième",
         "On fait deux tours. Au (…) il sourit."),
        ("Un appel dans le vide, au deuxième elle décroche.", "deuxième",
         "Un appel dans le vide, au (…) elle décroche."),
        ("Panne du matin. Au 3e une dame attend.", "3e",
         "Panne du matin. Dans les étages une dame attend."),
    ],
)  # fmt: skip
def test_le_rang_de_ce_qu_on_vient_de_compter_n_est_pas_un_etage(
    texte: str, passage: str, propose: str
) -> None:
    """« Deux tours. Au troisième » : le troisième tour, que nul étage ne vaut."""
    assert recrire_a_la_main(texte, (passage, Categorie.etage_porte)) == propose
