"""Suivre une situation : étapes, liens, échéances dues."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import Besoin, GenreEcheance, StatutSituation, TypeFait
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.situations import (
    avec_etape,
    delier_fait,
    echeances_dues,
    enregistrer_situation,
    lier_fait,
    nouvelle_situation,
    poser_echeance,
)

JOUR = date(2026, 11, 21)


@pytest.fixture
def situation(cahier: CahierOuvert) -> Situation:
    """Une situation écrite."""
    neuve = replace(nouvelle_situation(cahier, JOUR), besoins=(Besoin.scolarite,))
    return enregistrer_situation(cahier, neuve, JOUR)


def test_une_situation_neuve_a_un_code_et_n_est_pas_encore_ecrite(cahier: CahierOuvert) -> None:
    neuve = nouvelle_situation(cahier, JOUR)

    assert neuve.code
    assert list(cahier.situations()) == []


def test_une_etape_recente_est_un_contact(cahier: CahierOuvert, situation: Situation) -> None:
    ancienne = replace(situation, dernier_contact=date(2026, 9, 1))
    etape = EtapeSituation(date(2026, 11, 3), TexteBrut("vu avec l’école"))

    ecrite = enregistrer_situation(cahier, avec_etape(ancienne, etape), JOUR)

    assert ecrite.dernier_contact == etape.jour
    assert cahier.situation(situation.id) == ecrite


def test_les_etapes_se_rangent_par_date(situation: Situation) -> None:
    tard = EtapeSituation(date(2026, 11, 3), TexteBrut("b"))
    tot = EtapeSituation(date(2026, 10, 3), TexteBrut("a"))

    assert avec_etape(avec_etape(situation, tard), tot).etapes == (tot, tard)


@pytest.mark.parametrize(
    ("champ", "changement"),
    [
        ("etapes", {"etapes": (EtapeSituation(date(2026, 11, 22), TexteBrut("demain")),)}),
        ("dernier_contact", {"dernier_contact": date(2026, 12, 1)}),
    ],
)
def test_rien_d_une_situation_n_est_dans_l_avenir(
    champ: str, changement: dict[str, object], cahier: CahierOuvert, situation: Situation
) -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        enregistrer_situation(cahier, replace(situation, **changement), JOUR)  # type: ignore[arg-type]

    assert refus.value.champ == champ
    assert cahier.situation(situation.id) == situation


def test_un_fait_se_lie_une_fois_et_se_delie(cahier: CahierOuvert, situation: Situation) -> None:
    site = Site("Place", "Haut")
    cahier.save_site(site)
    fait = Fait(datetime(2026, 11, 20, 21), site.id, TypeFait.exclusion)
    cahier.save_fait(fait)

    liee = lier_fait(cahier, lier_fait(cahier, situation, fait.id), fait.id)
    assert cahier.situation(situation.id).faits == liee.faits == (fait.id,)

    assert delier_fait(cahier, liee, fait.id).faits == ()
    assert cahier.fait(fait.id) == fait


@pytest.mark.parametrize(
    ("jour", "prochaine"),
    [
        (date(2023, 5, 12), date(2027, 5, 12)),
        (date(2023, 12, 3), date(2026, 12, 3)),
        (date(2027, 2, 1), date(2027, 2, 1)),
        (JOUR, JOUR),
    ],
)
def test_une_annuelle_au_passe_attend_sa_prochaine_fois(
    jour: date, prochaine: date, cahier: CahierOuvert
) -> None:
    drame = Echeance(jour, GenreEcheance.anniversaire_drame, annuelle=True)

    assert poser_echeance(cahier, drame, JOUR).prochaine() == prochaine
    assert cahier.echeances()[0].prochaine() == prochaine


def test_corriger_une_annuelle_reglee_ne_la_deregle_pas(cahier: CahierOuvert) -> None:
    drame = Echeance(date(2026, 11, 19), GenreEcheance.anniversaire_drame, annuelle=True).faite()

    assert poser_echeance(cahier, drame, JOUR).faite_le == date(2026, 11, 19)


def test_les_echeances_dues_viennent_par_date_avec_leur_code(
    cahier: CahierOuvert, situation: Situation
) -> None:
    rentree = Echeance(date(2026, 11, 27), GenreEcheance.rentree)
    conseil = Echeance(
        date(2026, 11, 24), GenreEcheance.conseil_discipline, situation_id=situation.id
    )
    loin = Echeance(date(2027, 3, 1), GenreEcheance.travaux)
    reglee = Echeance(date(2026, 11, 20), GenreEcheance.fete).faite()
    for echeance in (rentree, conseil, loin, reglee):
        poser_echeance(cahier, echeance, JOUR)

    dues = echeances_dues(cahier, JOUR)

    assert [(due.echeance, due.code) for due in dues] == [(conseil, situation.code), (rentree, "")]


def test_une_situation_finie_ne_rappelle_plus_rien(
    cahier: CahierOuvert, situation: Situation
) -> None:
    """Témoin : oublier `finie` fait tomber cet essai (vu une fois)."""
    poser_echeance(
        cahier, Echeance(JOUR, GenreEcheance.rendez_vous, situation_id=situation.id), JOUR
    )
    transmise = replace(situation, statut=StatutSituation.transmise_hors_outil)
    enregistrer_situation(cahier, transmise, JOUR)

    assert list(echeances_dues(cahier, JOUR)) == []
