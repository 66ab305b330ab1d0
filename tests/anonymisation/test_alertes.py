"""Chaque catégorie s'explique en une phrase ; celles qui bloquent demandent un motif."""

from __future__ import annotations

import pytest

from tat_carnet.anonymisation import DIRECTES, Categorie, Niveau, Repere
from tat_carnet.anonymisation.alertes import Alerte, est_bloquante


@pytest.mark.parametrize("categorie", list(Categorie))
def test_chaque_alerte_a_un_titre_court_et_une_phrase(categorie: Categorie) -> None:
    alerte = Alerte(0, categorie, False, "terme", 0, 5, "proposition")
    assert 0 < len(alerte.titre) <= 24
    assert alerte.explication.endswith(".")
    assert alerte.explication[0].isupper()


@pytest.mark.parametrize(
    "categorie", [*sorted(DIRECTES - {Categorie.initiales}), Categorie.nourrice]
)
def test_ce_qui_designe_a_coup_sur_bloque_et_le_doute_ne_bloque_pas(categorie: Categorie) -> None:
    assert est_bloquante(Repere(0, 1, categorie, Niveau.masquer))
    assert not est_bloquante(Repere(0, 1, categorie, Niveau.verifier))


@pytest.mark.parametrize("categorie", [Categorie.lexique, Categorie.heure, Categorie.batiment])
def test_un_mot_a_reformuler_ou_une_heure_ne_bloque_pas(categorie: Categorie) -> None:
    assert not est_bloquante(Repere(0, 1, categorie, Niveau.masquer))
