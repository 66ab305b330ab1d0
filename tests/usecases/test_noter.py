"""Noter : tournées, faits, lieux, et ce qu'un texte changé fait à sa relecture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Gravite, Moment, TypeFait
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.noter import (
    ajouter_site,
    commencer_tournee,
    noter_fait,
    rien_a_signaler,
    terminer_tournee,
)

JOUR = date(2026, 11, 21)
INSTANT = datetime(2026, 11, 21, 21, 30)


def fait(site: Site, texte: str = "trois jeunes nous ont aidés") -> Fait:
    """Un fait complet."""
    return Fait(INSTANT, site.id, TypeFait.solidarite, TexteBrut(texte))


@pytest.fixture
def site(cahier: CahierOuvert) -> Site:
    """Un lieu connu."""
    return ajouter_site(cahier, Site("Place du Lavoir", "Aubépines-Haut"))


def test_commencer_une_tournee_termine_celle_qui_restait(cahier: CahierOuvert) -> None:
    premiere = commencer_tournee(cahier, JOUR, Moment.soiree, "Haut", TexteBrut())
    seconde = commencer_tournee(cahier, JOUR, Moment.nuit, " Bas ", TexteBrut("avec Odile"))

    assert cahier.tournee(premiere.id).terminee
    assert cahier.open_tournee() == seconde
    assert seconde.secteur == "Bas"


def test_une_tournee_sans_secteur_dit_ce_qui_manque_et_ne_ferme_rien(cahier: CahierOuvert) -> None:
    ouverte = commencer_tournee(cahier, JOUR, Moment.soiree, "Haut", TexteBrut())
    with pytest.raises(SaisieIncomplete) as refus:
        commencer_tournee(cahier, JOUR, Moment.soiree, "  ", TexteBrut())

    assert refus.value.champ == "secteur"
    assert cahier.open_tournee() == ouverte


def test_rien_a_signaler_compte_dans_l_effort(cahier: CahierOuvert) -> None:
    rien_a_signaler(cahier, JOUR, Moment.soiree, "Haut", TexteBrut())

    assert cahier.effort(JOUR, JOUR) == Effort(tournees=1, ras=1)
    assert cahier.open_tournee() is None


def test_terminer_garde_la_note_si_l_on_n_en_ecrit_pas(cahier: CahierOuvert) -> None:
    tournee = commencer_tournee(cahier, JOUR, Moment.soiree, "Haut", TexteBrut())
    terminer_tournee(cahier, tournee, TexteBrut("calme"))
    terminer_tournee(cahier, cahier.tournee(tournee.id), TexteBrut())

    assert cahier.tournee(tournee.id).note == TexteBrut("calme")


def test_noter_oublie_le_brouillon(cahier: CahierOuvert, site: Site) -> None:
    cahier.save_brouillon(fait(site, "à moitié"))
    noter_fait(cahier, fait(site))

    assert cahier.brouillon() is None


def test_un_fait_incomplet_n_est_pas_ecrit_et_le_brouillon_reste(
    cahier: CahierOuvert, site: Site
) -> None:
    incomplet = replace(fait(site), type=None)
    cahier.save_brouillon(incomplet)
    with pytest.raises(SaisieIncomplete):
        noter_fait(cahier, incomplet)

    assert cahier.brouillon() == incomplet


def test_changer_le_texte_brut_annule_sa_relecture(cahier: CahierOuvert, site: Site) -> None:
    relu = fait(site).relu("Des jeunes ont aidé.", INSTANT)
    noter_fait(cahier, relu)
    repris = noter_fait(cahier, replace(relu, texte_brut=TexteBrut("Karim a aidé")))

    assert (repris.formulation, repris.relu_le) == ("", None)
    assert cahier.fait(relu.id) == repris


def test_changer_un_champ_code_garde_la_relecture(cahier: CahierOuvert, site: Site) -> None:
    relu = fait(site).relu("Des jeunes ont aidé.", INSTANT)
    noter_fait(cahier, relu)
    repris = noter_fait(cahier, replace(relu, gravite=Gravite.gene))

    assert repris.relu_le == INSTANT


def test_un_lieu_de_meme_nom_est_repris(cahier: CahierOuvert, site: Site) -> None:
    assert ajouter_site(cahier, Site(" place du lavoir", "AUBÉPINES-HAUT ")) == site
    assert ajouter_site(cahier, Site("Place du Lavoir", "Aubépines-Bas")) != site
    assert len(cahier.sites()) == 2
