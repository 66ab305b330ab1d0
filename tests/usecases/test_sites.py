"""Tenir les lieux : corriger, fusionner, défaire, renommer, épingler."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.filtre import Filtre
from tat_carnet.domain.plan import PlanSecteur, Position
from tat_carnet.domain.vocabulaire import Famille, Moment, TypeFait
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.sites import (
    enregistrer_site,
    epingler,
    fusionner_sites,
    memoire,
    renommer_secteur,
    separer_sites,
    tournees_du_secteur,
)

JOUR = date(2026, 11, 21)
PLACE = Site("Place du Lavoir", "Haut", id="place")


def noter(cahier: CahierOuvert, site: Site, instant: datetime) -> Fait:
    fait = Fait(instant, site.id, TypeFait.dechets)
    cahier.save_fait(fait)
    return fait


def test_un_lieu_neuf_s_ecrit_sans_ses_espaces(cahier: CahierOuvert) -> None:
    ecrit = enregistrer_site(cahier, Site(" Place du Lavoir ", " Haut "))

    assert (ecrit.libelle_public, ecrit.secteur) == ("Place du Lavoir", "Haut")
    assert list(cahier.sites()) == [ecrit]


def test_deux_lieux_du_meme_nom_dans_un_secteur_sont_refuses(cahier: CahierOuvert) -> None:
    enregistrer_site(cahier, PLACE)
    with pytest.raises(SaisieIncomplete, match="réunissez-les"):
        enregistrer_site(cahier, Site("place du lavoir", "HAUT"))
    enregistrer_site(cahier, Site("Place du Lavoir", "Bas"))

    assert len(cahier.sites()) == 2


def test_corriger_un_lieu_garde_son_epingle_sauf_s_il_change_de_secteur(
    cahier: CahierOuvert,
) -> None:
    enregistrer_site(cahier, replace(PLACE, position_plan=Position(0.5, 0.5)))
    renomme = enregistrer_site(cahier, replace(cahier.sites()[0], libelle_public="Place"))
    assert renomme.position_plan == Position(0.5, 0.5)

    assert enregistrer_site(cahier, replace(renomme, secteur="Bas")).position_plan is None


def test_fusionner_complete_le_premier_et_se_defait(cahier: CahierOuvert) -> None:
    garde = enregistrer_site(cahier, PLACE)
    double = enregistrer_site(
        cahier,
        Site(
            "La placette",
            "Haut",
            ilot="Îlot Est",
            nom_usage=TexteBrut("chez nous"),
            logements_approx=12,
            position_plan=Position(0.2, 0.3),
            id="double",
        ),
    )
    fait = noter(cahier, double, datetime(2026, 11, 20, 21))

    fusion = fusionner_sites(cahier, garde, double)

    (reste,) = cahier.sites()
    assert reste == replace(
        double, id=garde.id, libelle_public=garde.libelle_public, type=garde.type
    )
    assert cahier.fait(fait.id).site_id == garde.id

    separer_sites(cahier, fusion)

    assert {site.id: site for site in cahier.sites()} == {garde.id: garde, double.id: double}
    assert cahier.fait(fait.id).site_id == double.id


def test_l_epingle_d_un_autre_plan_ne_suit_pas_la_fusion(cahier: CahierOuvert) -> None:
    garde = enregistrer_site(cahier, PLACE)
    ailleurs = enregistrer_site(
        cahier, Site("Placette", "Bas", position_plan=Position(0.2, 0.3), id="double")
    )

    assert fusionner_sites(cahier, garde, ailleurs).garde.position_plan is None


def test_la_memoire_d_un_lieu_dit_douze_mois_et_les_derniers_faits(cahier: CahierOuvert) -> None:
    site = enregistrer_site(cahier, PLACE)
    faits = [noter(cahier, site, datetime(2026, 11, jour, 21)) for jour in range(1, 9)]
    noter(cahier, site, datetime(2025, 11, 30, 21))
    cahier.save_tournee(Tournee(JOUR, Moment.soiree, "Haut"))
    cahier.save_tournee(Tournee(JOUR, Moment.soiree, "Bas"))
    plan = PlanSecteur("Haut", 1.0, image=b"pixels")
    cahier.save_plan(plan)

    vue = memoire(cahier, site, JOUR)

    assert len(vue.comptes.mois) == 12
    assert vue.comptes.faits == {(date(2026, 11, 1), Famille.traces): 8}
    assert (vue.comptes.vus, vue.comptes.total, vue.comptes.effort.tournees) == (8, 9, 1)
    assert [fait.id for fait in vue.derniers] == [fait.id for fait in faits[:2:-1]]
    assert vue.plan == plan
    assert tournees_du_secteur(cahier, "Haut", JOUR) == 1


def test_renommer_un_secteur_demande_un_nom(cahier: CahierOuvert) -> None:
    enregistrer_site(cahier, PLACE)
    with pytest.raises(SaisieIncomplete):
        renommer_secteur(cahier, "Haut", "  ")

    assert renommer_secteur(cahier, "Haut", " Aubépines ") == "Aubépines"
    assert list(cahier.secteurs()) == ["Aubépines"]


def test_une_epingle_reste_sur_le_plan(cahier: CahierOuvert) -> None:
    site = enregistrer_site(cahier, PLACE)
    place = epingler(cahier, site, Position(1.4, 0.5))

    assert place.position_plan == Position(1.0, 0.5)
    assert epingler(cahier, place, None).position_plan is None
    assert cahier.count_faits(Filtre()) == 0
