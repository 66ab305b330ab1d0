"""Durées, annonces, suspension et journal des purges, gardés dans le cahier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from store.aides import LE
from tat_carnet.domain.conservation import (
    DUREES,
    Annonce,
    DureeTropLongue,
    GestePurge,
    Objet,
    Suspension,
)
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.store.regles_purge import OBJETS, REGLES

JOUR = date(2026, 3, 14)
ANNONCE = Annonce(Objet.faits, JOUR, JOUR + timedelta(days=15), date(2021, 3, 29))


def test_un_cahier_neuf_a_les_durees_par_defaut(cahier: CahierOuvert) -> None:
    assert cahier.durees() == {objet: DUREES[objet] for objet in OBJETS}


def test_une_duree_se_regle_a_la_baisse_et_se_retient(cahier: CahierOuvert) -> None:
    cahier.set_duree(Objet.textes_bruts, 3)
    cahier.set_duree(Objet.textes_bruts, 2)

    assert cahier.durees()[Objet.textes_bruts] == 2
    with pytest.raises(DureeTropLongue):
        cahier.set_duree(Objet.textes_bruts, 7)
    assert cahier.durees()[Objet.textes_bruts] == 2


def test_regler_une_duree_oublie_l_annonce_de_cet_objet_seul(cahier: CahierOuvert) -> None:
    """L'avertissement disait une autre borne : il faut de nouveau quinze jours."""
    autre = Annonce(Objet.tournees, JOUR, JOUR, JOUR)
    cahier.annoncer([ANNONCE, autre])

    cahier.set_duree(Objet.faits, 12)

    assert cahier.annonces() == [autre]


def test_une_annonce_deja_montree_ne_se_remplace_pas(cahier: CahierOuvert) -> None:
    cahier.annoncer([ANNONCE])
    cahier.annoncer([Annonce(Objet.faits, JOUR, JOUR, date(2026, 1, 1))])

    assert cahier.annonces() == [ANNONCE]


def test_suspendre_s_ecrit_une_fois_au_journal_sans_le_motif(cahier: CahierOuvert) -> None:
    suspension = Suspension(LE, False, "réquisition no fictif 12")
    cahier.suspendre(suspension)
    cahier.suspendre(Suspension(LE + timedelta(hours=1), False, "une autre"))

    assert cahier.suspension() == suspension
    cahier.suspendre(replace(suspension, direction_prevenue=True))
    assert cahier.suspension() == replace(suspension, direction_prevenue=True)
    (ligne,) = cahier.journal_purge()
    assert (ligne.le, ligne.geste, ligne.nombres) == (LE, GestePurge.suspension, {})
    assert "fictif" not in repr(ligne)


def test_reprendre_oublie_les_annonces_et_s_ecrit_au_journal(cahier: CahierOuvert) -> None:
    cahier.reprendre(LE)
    assert cahier.journal_purge() == []
    cahier.annoncer([ANNONCE])
    cahier.suspendre(Suspension(LE, True))

    cahier.reprendre(LE + timedelta(days=40))

    assert cahier.suspension() is None
    assert cahier.annonces() == []
    assert [ligne.geste for ligne in cahier.journal_purge()] == [
        GestePurge.reprise,
        GestePurge.suspension,
    ]


def test_chaque_regle_nomme_des_colonnes_qui_existent(cahier: CahierOuvert) -> None:
    """Un nom du métier qui se déclare mal se voit ici, et non le jour d'une purge."""
    for regle in REGLES:
        colonnes = ", ".join([regle.cle, regle.id, regle.quand, *regle.vide])
        borne = regle.bound(datetime(2026, 1, 1).date())
        assert cahier._base.rows(f"SELECT {colonnes} {regle.source}", (borne,)) == []
        for table, colonne in regle.liens:
            cahier._base.rows(f"SELECT {colonne} FROM {table}")
