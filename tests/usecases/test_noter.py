"""Noter : tournées, faits, lieux, et ce qu'un texte changé fait à sa relecture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Attestation, Gravite, Moment, TypeFait
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


def tournee(secteur: str, plage: Moment = Moment.soiree, **champs: object) -> Tournee:
    """Une tournée de ce jour."""
    return Tournee(JOUR, plage, secteur, **champs)  # type: ignore[arg-type]


@pytest.fixture
def site(cahier: CahierOuvert) -> Site:
    """Un lieu connu."""
    return ajouter_site(cahier, Site("Place du Lavoir", "Aubépines-Haut"))


def test_commencer_une_tournee_termine_celle_qui_restait(cahier: CahierOuvert) -> None:
    premiere = commencer_tournee(cahier, tournee("Haut"), INSTANT)
    seconde = commencer_tournee(cahier, tournee(" Bas ", Moment.nuit), INSTANT)

    assert cahier.tournee(premiere.id).terminee
    assert cahier.open_tournee() == seconde
    assert seconde.secteur == "Bas"


def test_une_tournee_sans_secteur_dit_ce_qui_manque_et_ne_ferme_rien(cahier: CahierOuvert) -> None:
    ouverte = commencer_tournee(cahier, tournee("Haut"), INSTANT)
    with pytest.raises(SaisieIncomplete) as refus:
        commencer_tournee(cahier, tournee("  "), INSTANT)

    assert refus.value.champ == "secteur"
    assert cahier.open_tournee() == ouverte


def test_rien_a_signaler_compte_dans_l_effort(cahier: CahierOuvert) -> None:
    rien_a_signaler(cahier, tournee("Haut"), INSTANT)

    assert cahier.effort(JOUR, JOUR) == Effort(tournees=1, ras=1)
    assert cahier.open_tournee() is None


def test_terminer_garde_la_note_si_l_on_n_en_ecrit_pas(cahier: CahierOuvert) -> None:
    ouverte = commencer_tournee(cahier, tournee("Haut"), INSTANT)
    terminer_tournee(cahier, ouverte, TexteBrut("calme"))
    terminer_tournee(cahier, cahier.tournee(ouverte.id), TexteBrut())

    assert cahier.tournee(ouverte.id).note == TexteBrut("calme")


def test_noter_oublie_le_brouillon(cahier: CahierOuvert, site: Site) -> None:
    a_moitie = fait(site, "à moitié")
    cahier.save_brouillon(a_moitie)
    noter_fait(cahier, a_moitie, INSTANT)

    assert cahier.brouillon() is None


def test_noter_n_oublie_pas_le_brouillon_d_un_autre_fait(cahier: CahierOuvert, site: Site) -> None:
    """Contrôle positif, vu échouer : oublier tout brouillon en enregistrant une correction."""
    corrige, en_cours = fait(site), fait(site, "à moitié")
    noter_fait(cahier, corrige, INSTANT)
    cahier.save_brouillon(en_cours)
    noter_fait(cahier, replace(corrige, gravite=Gravite.gene), INSTANT)

    assert cahier.brouillon() == en_cours


def test_un_fait_incomplet_n_est_pas_ecrit_et_le_brouillon_reste(
    cahier: CahierOuvert, site: Site
) -> None:
    incomplet = replace(fait(site), type=None)
    cahier.save_brouillon(incomplet)
    with pytest.raises(SaisieIncomplete):
        noter_fait(cahier, incomplet, INSTANT)

    assert cahier.brouillon() == incomplet


def test_changer_le_texte_brut_annule_sa_relecture(cahier: CahierOuvert, site: Site) -> None:
    relu = fait(site).relu("Des jeunes ont aidé.", INSTANT)
    noter_fait(cahier, relu, INSTANT)
    repris = noter_fait(cahier, replace(relu, texte_brut=TexteBrut("Karim a aidé")), INSTANT)

    assert (repris.formulation, repris.relu_le) == ("", None)
    assert cahier.fait(relu.id) == repris


def test_changer_un_champ_code_garde_la_relecture(cahier: CahierOuvert, site: Site) -> None:
    relu = fait(site).relu("Des jeunes ont aidé.", INSTANT)
    noter_fait(cahier, relu, INSTANT)
    repris = noter_fait(cahier, replace(relu, gravite=Gravite.gene), INSTANT)

    assert repris.relu_le == INSTANT


def test_un_lieu_de_meme_nom_est_repris(cahier: CahierOuvert, site: Site) -> None:
    assert ajouter_site(cahier, Site(" place du lavoir", "AUBÉPINES-HAUT ")) == site
    assert ajouter_site(cahier, Site("Place du Lavoir", "Aubépines-Bas")) != site
    assert len(cahier.sites()) == 2


@pytest.mark.parametrize("geste", [commencer_tournee, rien_a_signaler])
def test_une_tournee_a_venir_est_refusee(cahier: CahierOuvert, geste: object) -> None:
    demain = replace(tournee("Haut"), jour=JOUR + timedelta(days=1))
    with pytest.raises(SaisieIncomplete, match="avenir") as refus:
        geste(cahier, demain, INSTANT)  # type: ignore[operator]

    assert refus.value.champ == "jour"
    assert cahier.tournees() == []


def test_deux_tournees_qui_se_recouvrent_sont_refusees_sans_rien_fermer(
    cahier: CahierOuvert,
) -> None:
    nuit = tournee("Haut", Moment.nuit, debut=time(22), fin=time(1))
    ouverte = commencer_tournee(cahier, nuit, INSTANT)
    lendemain = replace(
        tournee("Bas", Moment.nuit, debut=time(0, 30), fin=time(2)), jour=JOUR + timedelta(days=1)
    )
    with pytest.raises(SaisieIncomplete, match="de 22 h 00 à 01 h 00, Haut") as refus:
        commencer_tournee(cahier, lendemain, INSTANT + timedelta(days=1))

    assert refus.value.champ == "debut"
    assert cahier.open_tournee() == ouverte
    a_la_suite = replace(lendemain, debut=time(1))
    assert commencer_tournee(cahier, a_la_suite, INSTANT + timedelta(days=1)) == a_la_suite


def test_un_fait_a_venir_est_refuse_et_le_brouillon_reste(cahier: CahierOuvert, site: Site) -> None:
    a_venir = fait(site)
    cahier.save_brouillon(a_venir)
    with pytest.raises(SaisieIncomplete, match="avenir") as refus:
        noter_fait(cahier, a_venir, INSTANT - timedelta(minutes=1))

    assert refus.value.champ == "instant"
    assert cahier.brouillon() == a_venir


def test_un_fait_d_avant_sa_tournee_est_refuse(cahier: CahierOuvert, site: Site) -> None:
    ouverte = commencer_tournee(cahier, tournee("Haut", debut=time(21)), INSTANT)
    avant = replace(fait(site), tournee_id=ouverte.id, instant=INSTANT.replace(hour=20))
    with pytest.raises(SaisieIncomplete, match="avant la tournée") as refus:
        noter_fait(cahier, avant, INSTANT)

    assert refus.value.champ == "instant"
    noter_fait(cahier, replace(avant, tournee_id=None), INSTANT)


def test_corriger_un_fait_ne_change_pas_son_degre(cahier: CahierOuvert, site: Site) -> None:
    note = noter_fait(cahier, fait(site), INSTANT)
    with pytest.raises(SaisieIncomplete, match="avec un motif") as refus:
        noter_fait(cahier, replace(note, attestation=Attestation.rapporte), INSTANT)

    assert refus.value.champ == "attestation"
    assert cahier.fait(note.id) == note
