"""L'échelon d'une alerte : choisi par le profil, monté alerte par alerte."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation.relecture import Passage
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.vocabulaire import Profil

NOTE = "Vu un ado de 14 ans le 3 mai hall 3, vers 22h30"


def propositions(passage: Passage) -> list[str]:
    return [alerte.proposition for alerte in passage.alertes]


def test_plus_le_document_va_loin_moins_il_precise() -> None:
    textes = {profil: Passage(NOTE, profil=profil).texte for profil in Profil}

    assert len(set(textes.values())) == len(Profil)
    assert "13-15" in textes[Profil.collectif]
    assert "13-15" not in textes[Profil.restitution_publique]


def test_monter_une_alerte_ne_touche_qu_elle() -> None:
    passage = Passage(NOTE)
    avant = propositions(passage)
    rang = next(r for r in range(len(avant)) if passage.echelon(r) is not None)
    passage.monter(rang)
    apres = propositions(passage)

    assert [r for r in range(len(avant)) if avant[r] != apres[r]] == [rang]
    assert apres[rang] in passage.texte
    assert not passage.complete, "monter ne lève rien"


def test_on_monte_jusqu_au_plus_large_puis_plus_rien() -> None:
    passage = Passage(NOTE)
    rang = next(r for r in range(len(passage.alertes)) if passage.echelon(r) is not None)
    while passage.echelon(rang) is not None:
        passage.monter(rang)
    large = passage.texte
    passage.monter(rang)

    assert passage.texte == large
    assert Passage(NOTE, profil=Profil.restitution_publique).alertes[rang].proposition == (
        passage.alertes[rang].proposition
    )


def test_accepter_prend_l_echelon_monte() -> None:
    passage = Passage(NOTE)
    rang = next(r for r in range(len(passage.alertes)) if passage.echelon(r) is not None)
    passage.monter(rang)
    passage.accepter(rang)

    assert passage.alertes[rang].proposition in passage.texte
    assert passage.echelon(rang) is None, "une alerte décidée n'a plus d'échelle"


def test_ce_qui_est_tape_n_a_pas_d_echelle() -> None:
    passage = Passage("rien ici")
    passage.modifier("vu un ado de 14 ans")
    assert passage.alertes
    assert all(passage.echelon(a.rang) is None for a in passage.alertes)


def test_ce_qu_une_frappe_a_emporte_ne_revient_pas_en_montant() -> None:
    passage = Passage(NOTE)
    rang = next(r for r in range(len(passage.alertes)) if passage.echelon(r) is not None)
    passage.modifier("rien à dire")
    passage.monter(rang)

    assert passage.texte == "rien à dire"
    with pytest.raises(ErreurConnue):
        passage.accepter(rang)


def test_elargir_ce_qui_a_ete_efface_a_la_main_ne_rend_rien_au_texte() -> None:
    passage = Passage("Vu Kelyan, 14 ans, au parc.")
    rang = next(i for i, alerte in enumerate(passage.alertes) if "14" in alerte.terme)
    passage.modifier("Personne au parc.")
    passage.monter(rang)

    assert passage.texte == "Personne au parc."
