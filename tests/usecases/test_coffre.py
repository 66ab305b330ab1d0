"""Quand sauvegarder, sous quel instant, et ce qu'est « le même contenu ».

Contrôles positifs, vus échouer : ne plus décaler l'instant perd la sauvegarde de l'heure d'hiver ;
oublier les tournées, ou le texte brut, dans l'empreinte laisse passer un contenu changé.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from fenetres import derivation_rapide
from tat_carnet import bootstrap
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.errors import CahierIllisible, PhraseErronee
from tat_carnet.domain.fait import Fait, Site, Tournee
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import Besoin, Moment, TypeFait
from tat_carnet.store import cahier as store_cahier
from tat_carnet.usecases.coffre import (
    CahierASecourir,
    derniere,
    sauvegarder,
    sauvegarder_si_besoin,
    verifier_et_exercer,
)
from tat_carnet.usecases.ports import Cahier, OpenedCahier, SauvegardeGardee

PHRASE = "lampe violon prairie théière nuage"
SOIR = datetime(2026, 10, 25, 2, 50)
LIEU = Site("Place du Lavoir", "Aubépines", id="a" * 8)
FAIT = Fait(SOIR, LIEU.id, TypeFait.bruit, TexteBrut("note fictive"), id="b" * 8)
TOURNEE = Tournee(date(2026, 10, 24), Moment.soiree, "Aubépines", id="c" * 8)


@pytest.fixture
def coffre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bootstrap.CoffreFichier:
    """Un coffre neuf, Argon2id au plancher."""
    derivation_rapide(monkeypatch)
    return bootstrap.CoffreFichier(tmp_path / "Carnet.cahier")


@pytest.fixture
def ouvert(coffre: bootstrap.CoffreFichier) -> Iterator[OpenedCahier]:
    """Un cahier à phrase, avec un lieu, un fait et une tournée."""
    cahier = coffre.create(PHRASE, coffre.draw_code())
    noter(cahier)
    yield cahier
    cahier.close()


def noter(cahier: Cahier) -> None:
    cahier.save_site(LIEU)
    cahier.save_fait(FAIT)
    cahier.save_tournee(TOURNEE)


def gardee(jour: int, *, intacte: bool = True) -> SauvegardeGardee:
    return SauvegardeGardee(Path(f"{jour}"), datetime(2026, 11, jour), intacte, True)


def test_la_derniere_est_la_plus_recente_des_intactes() -> None:
    assert derniere([gardee(3, intacte=False), gardee(1), gardee(2)]) == gardee(2)
    assert derniere([gardee(3, intacte=False)]) is None


@pytest.mark.parametrize(
    ("apres", "refaite"),
    [
        (timedelta(hours=20), False),
        (timedelta(hours=25), True),
        (timedelta(hours=-1), False),
        (timedelta(days=-3), True),
    ],
)
def test_on_ne_sauvegarde_que_si_la_derniere_a_plus_d_un_jour(
    coffre: bootstrap.CoffreFichier, ouvert: OpenedCahier, apres: timedelta, refaite: bool
) -> None:
    premiere = sauvegarder(ouvert, coffre, SOIR)

    seconde = sauvegarder_si_besoin(ouvert, coffre, SOIR + apres)

    assert (seconde != premiere) is refaite


def test_au_passage_a_l_heure_d_hiver_la_plus_neuve_reste(
    coffre: bootstrap.CoffreFichier, ouvert: OpenedCahier
) -> None:
    """À 3 heures il est de nouveau 2 heures : la sauvegarde suivante semblerait plus vieille."""
    sauvegarder(ouvert, coffre, SOIR)
    ouvert.save_site(Site("Square des Lucioles", "Aubépines"))

    sauvegarder(ouvert, coffre, SOIR - timedelta(minutes=40))

    (restante,) = coffre.sauvegardes()
    with store_cahier.unlock(restante.path, PHRASE) as copie:
        assert len(copie.sites()) == 2


def test_une_horloge_folle_n_entraine_pas_les_suivantes(
    coffre: bootstrap.CoffreFichier, ouvert: OpenedCahier
) -> None:
    sauvegarder(ouvert, coffre, SOIR + timedelta(days=4000))

    assert sauvegarder(ouvert, coffre, SOIR) == SOIR
    assert len(coffre.sauvegardes()) == 2


SITUATION = Situation("loupe-ocre-47", SOIR.date(), besoins=(Besoin.sante,))
CHANGEMENTS = {
    "un mot du brut": lambda c: c.save_fait(replace(FAIT, texte_brut=TexteBrut("note fictivE"))),
    "un degré": lambda c: c.save_fait(replace(FAIT, quantite=2)),
    "un fait de moins": lambda c: c.delete_fait(FAIT.id),
    "un lieu renommé": lambda c: c.save_site(replace(LIEU, libelle_public="Place Neuve")),
    "une tournée finie": lambda c: c.save_tournee(replace(TOURNEE, terminee=True)),
    "un terme": lambda c: c.add_termes_masquage({"Zébulon"}),
    "une situation": lambda c: c.save_situation(SITUATION),
    "une échéance": lambda c: c.save_echeance(Echeance(SOIR.date(), quoi=TexteBrut("fête"))),
    "un brouillon": lambda c: c.save_brouillon(Fait(SOIR, texte_brut=TexteBrut("à finir"))),
}


@pytest.mark.parametrize("nom", CHANGEMENTS)
def test_l_empreinte_change_avec_chaque_chose_notee(cahier: OpenedCahier, nom: str) -> None:
    noter(cahier)
    avant = cahier.empreinte_du_contenu()
    assert cahier.empreinte_du_contenu() == avant

    CHANGEMENTS[nom](cahier)

    assert cahier.empreinte_du_contenu() != avant


def test_l_empreinte_lit_la_corbeille(cahier: OpenedCahier) -> None:
    noter(cahier)
    cahier.discard_fait(FAIT.id, SOIR)
    avant = cahier.empreinte_du_contenu()

    cahier.erase_discarded(FAIT.id)

    assert cahier.empreinte_du_contenu() != avant


def test_l_empreinte_lit_au_dela_d_une_page_de_faits(cahier: OpenedCahier) -> None:
    noter(cahier)
    for rang in range(600):
        cahier.save_fait(replace(FAIT, id=f"fait-{rang}", instant=SOIR + timedelta(minutes=rang)))
    avant = cahier.empreinte_du_contenu()

    cahier.save_fait(replace(FAIT, quantite=3))  # le plus ancien, donc sur la dernière page

    assert cahier.empreinte_du_contenu() != avant


def test_l_exercice_rend_le_nombre_de_faits_et_ne_laisse_rien_ouvert(
    coffre: bootstrap.CoffreFichier, ouvert: OpenedCahier, tmp_path: Path
) -> None:
    essai = tmp_path / "essai"
    essai.mkdir()

    assert verifier_et_exercer(ouvert, coffre, PHRASE, SOIR, essai) == 1

    (copie,) = essai.iterdir()
    with store_cahier.unlock(copie, PHRASE) as relu:
        assert relu.empreinte_du_contenu() == ouvert.empreinte_du_contenu()


def test_l_exercice_refuse_une_phrase_erronee_avant_tout(
    coffre: bootstrap.CoffreFichier, ouvert: OpenedCahier, tmp_path: Path
) -> None:
    with pytest.raises(PhraseErronee):
        verifier_et_exercer(ouvert, coffre, "une autre", SOIR, tmp_path)

    assert coffre.sauvegardes() == []


def test_un_cahier_illisible_vient_avec_sa_sauvegarde(
    coffre: bootstrap.CoffreFichier, ouvert: OpenedCahier
) -> None:
    sauvegarder(ouvert, coffre, SOIR)
    ouvert.close()
    (coffre.path / "cahier.db").write_bytes(b"")

    with pytest.raises(CahierASecourir) as refus:
        coffre.unlock(PHRASE)
    assert refus.value.sauvegarde.faite_le == SOIR

    abime = coffre.path
    with coffre.rescue(refus.value.sauvegarde.path, PHRASE) as secouru:  # type: ignore[attr-defined]
        assert len(secouru.sites()) == 1
    assert coffre.path != abime
    assert abime.exists()


def test_sans_sauvegarde_un_cahier_illisible_le_dit_seulement(
    coffre: bootstrap.CoffreFichier, ouvert: OpenedCahier
) -> None:
    ouvert.close()
    (coffre.path / "cahier.db").write_bytes(b"")

    with pytest.raises(CahierIllisible) as refus:
        coffre.unlock(PHRASE)
    assert not isinstance(refus.value, CahierASecourir)


def test_les_sauvegardes_d_un_autre_cahier_ne_comptent_pas(
    coffre: bootstrap.CoffreFichier, ouvert: OpenedCahier, tmp_path: Path
) -> None:
    cle = tmp_path / "clé"
    autre = bootstrap.CoffreFichier(tmp_path / "Autre.cahier")
    etranger = autre.create(PHRASE, autre.draw_code())
    sauvegarder(etranger, autre, SOIR, cle)
    etranger.close()

    sauvegarder(ouvert, coffre, SOIR + timedelta(seconds=1), cle)

    assert [s.faite_le for s in coffre.sauvegardes(cle)] == [SOIR + timedelta(seconds=1)]
    assert len(autre.sauvegardes(cle)) == 1
