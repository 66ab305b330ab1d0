"""Tournées, sites et faits : ce qui manque se dit, ce qui désigne un foyer se remplace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Famille,
    Moment,
    NatureSource,
    Theme,
    TypeFait,
    TypeSite,
)

INSTANT = datetime(2026, 11, 21, 21, 45)
FAIT = Fait(INSTANT, "site", TypeFait.materiel_injection, TexteBrut("deux seringues"))


def test_deux_identifiants_ne_se_ressemblent_pas() -> None:
    premier, second = Site("a", "b").id, Site("a", "b").id
    assert premier != second
    assert UUID(premier).version == 4


@pytest.mark.parametrize(
    ("site", "champ"), [(Site(" ", "Haut"), "libelle_public"), (Site("Place", " "), "secteur")]
)
def test_un_site_incomplet_nomme_son_champ(site: Site, champ: str) -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        site.verified()
    assert refus.value.champ == champ
    assert refus.value.phrase.endswith(".")


@pytest.mark.parametrize(
    ("logements", "ilot", "sort"),
    [
        (9, "Îlot Sud", "Îlot Sud"),
        (None, "Îlot Sud", "Îlot Sud"),
        (9, " ", "Haut"),
        (10, "Îlot Sud", "Hall A"),
    ],
)
def test_un_hall_de_moins_de_dix_logements_sort_sous_son_ilot(
    logements: int | None, ilot: str, sort: str
) -> None:
    site = Site("Hall A", "Haut", TypeSite.hall, ilot=ilot, logements_approx=logements)
    assert site.verified().libelle_exportable == sort


def test_une_place_garde_son_nom() -> None:
    assert Site("Place", "Haut", TypeSite.place, ilot="Îlot").libelle_exportable == "Place"


def test_une_tournee_demande_un_secteur() -> None:
    tournee = Tournee(INSTANT.date(), Moment.soiree, "Haut")
    assert tournee.verified().semaine == "2026-S47"
    with pytest.raises(SaisieIncomplete) as refus:
        replace(tournee, secteur="").verified()
    assert refus.value.champ == "secteur"


@pytest.mark.parametrize(
    ("changes", "champ"),
    [
        ({"site_id": None}, "site_id"),
        ({"type": None}, "type"),
        ({"type": TypeFait.autre}, "libelle_autre"),
        ({"themes": tuple(Theme)[:3]}, "themes"),
        ({"attestation": Attestation.recoupe}, "natures_source"),
        (
            {
                "attestation": Attestation.recoupe,
                "natures_source": (NatureSource.jeune, NatureSource.jeune),
            },
            "natures_source",
        ),
        ({"attestation": Attestation.atteste}, "reunion_le"),
        ({"attestation": Attestation.infirme}, "reunion_le"),
    ],
)
def test_un_fait_incomplet_nomme_son_champ(changes: dict[str, object], champ: str) -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        replace(FAIT, **changes).verified()
    assert refus.value.champ == champ
    assert "seringues" not in refus.value.phrase


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"type": TypeFait.autre, "libelle_autre": "un cirque"},
        {
            "attestation": Attestation.recoupe,
            "natures_source": (NatureSource.jeune, NatureSource.gardien),
        },
        {"attestation": Attestation.infirme, "reunion_le": date(2026, 11, 20)},
    ],
)
def test_un_fait_complet_passe(changes: dict[str, object]) -> None:
    fait = replace(FAIT, **changes)
    assert fait.verified() is fait


def test_un_fait_dit_sa_semaine_son_moment_sa_famille_et_son_theme() -> None:
    assert (FAIT.semaine, FAIT.moment, FAIT.famille) == ("2026-S47", Moment.soiree, Famille.traces)
    assert FAIT.themes_effectifs == (Theme.cadre_de_vie,)
    choisi = replace(FAIT, themes=(Theme.expertise_habitants,))
    assert choisi.themes_effectifs == (Theme.expertise_habitants,)
    assert replace(FAIT, type=None).famille is Famille.autre


def test_relire_pose_la_formulation_et_son_instant() -> None:
    relu = FAIT.relu("Du matériel d’injection.", INSTANT)
    assert (relu.formulation, relu.relu_le) == ("Du matériel d’injection.", INSTANT)
    assert relu.texte_brut == FAIT.texte_brut


SOIREE = Tournee(INSTANT.date(), Moment.soiree, "Haut")


def test_une_fin_sans_debut_est_refusee() -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        replace(SOIREE, fin=time(20)).verified()
    assert refus.value.champ == "debut"


@pytest.mark.parametrize(
    ("heures", "autres", "jours", "recouvre"),
    [
        ((18, 20), (19, 21), 0, True),
        ((18, 20), (20, 21), 0, False),
        ((22, 1), (0, 2), 1, True),
        ((22, 1), (1, 2), 1, False),
        ((18, None), (18, 20), 0, False),
        ((18, 20), (None, None), 0, False),
    ],
)
def test_deux_tournees_se_recouvrent_si_leurs_heures_le_disent(
    heures: tuple[int | None, int | None],
    autres: tuple[int | None, int | None],
    jours: int,
    recouvre: bool,
) -> None:
    def tournee(bornes: tuple[int | None, int | None], jour: date) -> Tournee:
        debut, fin = (None if borne is None else time(borne) for borne in bornes)
        return replace(SOIREE, jour=jour, debut=debut, fin=fin)

    une = tournee(heures, INSTANT.date())
    autre = tournee(autres, INSTANT.date() + timedelta(days=jours))
    assert une.chevauche(autre) is autre.chevauche(une) is recouvre


def test_l_instant_propose_est_maintenant_puis_celui_de_la_tournee() -> None:
    assert SOIREE.instant_propose(INSTANT) == INSTANT
    lendemain = INSTANT + timedelta(days=1)
    assert SOIREE.instant_propose(lendemain) == INSTANT.replace(hour=20, minute=0)
    assert replace(SOIREE, debut=time(18, 30)).instant_propose(lendemain) == INSTANT.replace(
        hour=18, minute=30
    )


def test_un_fait_n_est_ni_a_venir_ni_d_avant_sa_tournee() -> None:
    assert FAIT.verified_at(INSTANT, SOIREE) == FAIT
    assert FAIT.verified_at(INSTANT, None) == FAIT
    for tournee, maintenant in (
        (None, INSTANT - timedelta(seconds=1)),
        (replace(SOIREE, debut=time(22)), INSTANT),
        (replace(SOIREE, jour=INSTANT.date() + timedelta(days=1)), INSTANT),
    ):
        with pytest.raises(SaisieIncomplete) as refus:
            FAIT.verified_at(maintenant, tournee)
        assert refus.value.champ == "instant"


def test_une_trace_n_est_pas_ramassee_avant_d_etre_signalee() -> None:
    hier, demain = INSTANT.date(), INSTANT.date() + timedelta(days=1)
    assert replace(FAIT, signale_le=hier, ramasse_le=demain).verified()
    with pytest.raises(SaisieIncomplete) as refus:
        replace(FAIT, signale_le=demain, ramasse_le=hier).verified()
    assert refus.value.champ == "ramasse_le"
