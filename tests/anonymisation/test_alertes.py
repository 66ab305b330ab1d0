"""Chaque catégorie s'explique en une phrase ; celles qui bloquent demandent un motif."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tat_carnet.anonymisation import DIRECTES, Categorie, Niveau, Repere
from tat_carnet.anonymisation.alertes import Alerte, est_bloquante
from tat_carnet.anonymisation.passage import TexteEnRelecture


@pytest.mark.parametrize("categorie", list(Categorie))
def test_chaque_alerte_a_un_titre_court_et_une_phrase(categorie: Categorie) -> None:
    alerte = Alerte(0, categorie, False, "terme", 0, 5, "proposition")
    doute = replace(alerte, douteuse=True)
    for lue in (alerte, doute):
        assert 0 < len(lue.titre) <= 24
        assert lue.explication.endswith(".")
        assert lue.explication[0].isupper()


def test_un_doute_se_dit_comme_un_doute() -> None:
    """« merle » n'est peut-être qu'un oiseau : l'alerte ne dit pas qu'un nom désigne quelqu'un."""
    passage = TexteEnRelecture("merle du square a encore bu")
    (alerte,) = passage.alertes
    assert alerte.titre == "Prénom ou nom\N{NARROW NO-BREAK SPACE}?"
    assert "peut-être" in alerte.explication
    assert not alerte.bloquante


@pytest.mark.parametrize(
    "categorie", [*sorted(DIRECTES - {Categorie.initiales}), Categorie.nourrice]
)
def test_ce_qui_designe_a_coup_sur_bloque_et_le_doute_ne_bloque_pas(categorie: Categorie) -> None:
    assert est_bloquante(Repere(0, 1, categorie, Niveau.masquer))
    assert not est_bloquante(Repere(0, 1, categorie, Niveau.verifier))


@pytest.mark.parametrize("categorie", [Categorie.lexique, Categorie.heure, Categorie.batiment])
def test_un_mot_a_reformuler_ou_une_heure_ne_bloque_pas(categorie: Categorie) -> None:
    assert not est_bloquante(Repere(0, 1, categorie, Niveau.masquer))
