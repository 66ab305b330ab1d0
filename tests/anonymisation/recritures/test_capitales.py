"""La capitale suit la phrase telle qu'elle est récrite, non telle qu'elle était."""

from __future__ import annotations

import pytest

from anonymisation.aides import recrire_a_la_main
from tat_carnet.anonymisation import Categorie, Niveau, Repere
from tat_carnet.anonymisation.recriture import proposer
from tat_carnet.anonymisation.recritures.capitales import est_soignee, mettre_la_casse


@pytest.mark.parametrize(
    ("texte", "soignee"),
    [
        ("Vu Zorkan hier.", True),
        ("Il a vu Zorkan", True),
        ("hier, vu Zorkan", False),
        ("Vu hier. rien d'autre. Calme", False),
        ("vu zorkan hier.", False),
        ("Vu zorkan hier", False),
        ("", False),
    ],
)
def test_une_note_soignee_met_ses_capitales(texte: str, soignee: bool) -> None:
    assert est_soignee(texte) is soignee


@pytest.mark.parametrize(
    ("texte", "passages", "propose"),
    [
        ("19h-20h", [("19h", Categorie.heure), ("20h", Categorie.heure)], "En soirée"),
        ("VU ZORKAN AU LOCAL HIER", [("ZORKAN", Categorie.nom)], "VU UN JEUNE AU LOCAL HIER"),
        ("VU ZORKAN", [("ZORKAN", Categorie.nom)], "VU un jeune"),
        ("Vu env. Zorkan hier", [("Zorkan", Categorie.nom)], "Vu env. un jeune hier"),
        ("Vu hier. Zorkan rit", [("Zorkan", Categorie.nom)], "Vu hier. Un jeune rit"),
    ],
)  # fmt: skip
def test_la_capitale_suit_la_phrase(
    texte: str, passages: list[tuple[str, Categorie]], propose: str
) -> None:
    assert recrire_a_la_main(texte, *passages) == propose


def test_ce_que_la_proposition_dit_a_gauche_fait_la_phrase() -> None:
    """Témoin : regarder le brut plutôt que `ecrit` fait échouer cet essai (vu une fois)."""
    brut = "Vu K. Zorkan rit"
    assert mettre_la_casse(brut, (6, 6), 12, "un jeune", "Vu un jeune ") == "un jeune"
    assert mettre_la_casse(brut, (6, 6), 12, "un jeune", "Rien vu. ") == "Un jeune"


@pytest.mark.parametrize(
    ("brut", "extrait", "propose"),
    [("Sale, il rit", "Sale", "Il rit"), ("il est là, sale.", "sale", "il est là.")],
)
def test_un_mot_retire_emporte_sa_virgule(brut: str, extrait: str, propose: str) -> None:
    debut = brut.index(extrait)
    repere = Repere(debut, debut + len(extrait), Categorie.appreciation, Niveau.masquer)
    assert proposer(brut, [repere]).texte == propose
