"""Ce qui ne fait que préciser le passage d'avant n'est dit qu'une fois."""

from __future__ import annotations

import pytest

from anonymisation.aides import recrire_a_la_main
from tat_carnet.anonymisation import Categorie, Niveau, Repere
from tat_carnet.anonymisation.recriture import proposer


@pytest.mark.parametrize(
    ("texte", "passages", "propose"),
    [
        ("au 3e étage, porte 12, il crie", [("3e étage", Categorie.etage_porte),
                                            ("porte 12", Categorie.etage_porte)],
         "dans les étages, il crie"),
        ("au bât C, la 3e résonne", [("bât C", Categorie.batiment),
                                         ("3e", Categorie.etage_porte)],
         "dans un bâtiment du secteur, un étage résonne"),
        ("vu le 3 mai, 2009, il rit", [("3 mai", Categorie.date), ("2009", Categorie.naissance)],
         "vu la première semaine de mai, il rit"),
        ("un compte @on_te_voit_lina_ici", [("on_te_voit", Categorie.compte),
                                            ("lina", Categorie.liste), ("ici", Categorie.compte)],
         "un compte @un compte de réseau social"),
        ("Karim, bât C, 3e étage, attend",
         [("Karim", Categorie.nom), ("bât C", Categorie.batiment),
          ("3e étage", Categorie.etage_porte)],
         "Un jeune, dans un bâtiment du secteur, attend"),
        ("bât C, la porte 3 claque",
         [("bât C", Categorie.batiment), ("porte 3", Categorie.etage_porte)],
         "un bâtiment du secteur, un logement claque"),
    ],
)  # fmt: skip
def test_une_precision_s_efface(
    texte: str, passages: list[tuple[str, Categorie]], propose: str
) -> None:
    """Témoin : ne jamais rien effacer en fait échouer trois (vu une fois)."""
    assert recrire_a_la_main(texte, *passages) == propose


def test_ce_qui_precise_un_doute_reste_dit() -> None:
    """Le doute, lui, reste écrit : rien ne dit encore ce que le repère suivant précise."""
    doute = Repere(0, 5, Categorie.batiment, Niveau.verifier)
    sur = Repere(7, 15, Categorie.etage_porte, Niveau.masquer)
    assert proposer("bât C, 3e étage", [doute, sur]).texte == "bât C, un étage"
