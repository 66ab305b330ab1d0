"""L'effet d'un courrier : les tournées d'après l'envoi, aux lieux qu'il citait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import Courrier, EffetObserve
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.fait import Site, Tournee
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Evolution,
    Moment,
    StatutCourrier,
    TypeFait,
    TypeSite,
)
from tat_carnet.store.cahier import CahierOuvert, open_demo
from tat_carnet.usecases.courriers.effets import Suite, observer, suivre
from tat_carnet.usecases.courriers.registre import repondre
from usecases.courriers.aides import JEUDI, courrier, fait, remplir

S = StatutCourrier
PLUS_TARD = JEUDI + timedelta(days=10)
MIEUX = EffetObserve(PLUS_TARD.date(), TexteBrut("la lumière est revenue"), Evolution.mieux)


@pytest.fixture
def pret(tmp_path: Path) -> Iterator[CahierOuvert]:
    """Un courrier parti jeudi ; depuis, une tournée au Nord, une ailleurs, une sans rien."""
    with open_demo(tmp_path) as cahier:
        remplir(cahier)
        parti = courrier()
        for statut in (S.relu, S.valide, S.envoye):
            parti = parti.passer(statut, JEUDI)
        cahier.save_courrier(parti)
        for nom, secteur, jours in (("nord", "Nord", 3), ("sud", "Sud", 4), ("calme", "Nord", 6)):
            jour = JEUDI.date() + timedelta(days=jours)
            cahier.save_tournee(Tournee(jour, Moment.soiree, secteur, ras=nom == "calme", id=nom))
        yield cahier


def revoir(cahier: CahierOuvert, nom: str, **champs: object) -> None:
    """Un fait noté à la place haute, trois jours après l'envoi, dans la tournée du Nord."""
    apres = {"instant": JEUDI + timedelta(days=3), "tournee_id": "nord"} | champs
    cahier.save_fait(fait(nom, "Encore.", **apres))


def montre(cahier: CahierOuvert) -> Suite:
    return suivre(cahier, "c1", PLUS_TARD.date())


def test_la_suite_montre_les_tournees_du_secteur_et_ce_qu_on_y_a_note_la(
    pret: CahierOuvert,
) -> None:
    """Contrôle positif, vu échouer : oublier de filtrer les tournées par secteur."""
    revoir(pret, "encore")
    suite = montre(pret)

    assert [
        (p.tournee.id if p.tournee else "", [f.id for f in p.faits]) for p in suite.passages
    ] == [
        ("calme", []),
        ("nord", ["encore"]),
    ]
    assert [lieu.libelle_public for lieu in suite.lieux] == ["Place haute"]
    assert (suite.faits_avant, suite.effort_avant) == (3, Effort(2, 1))


@pytest.mark.parametrize(
    "champs",
    [
        {"type": TypeFait.sans_affectation},
        {"site_id": "ailleurs"},
        {"attestation": Attestation.rumeur},
        {"attestation": Attestation.infirme},
        {"instant": JEUDI},
    ],
)
def test_ne_compte_que_la_meme_nature_au_meme_lieu_assez_solide_apres_l_envoi(
    pret: CahierOuvert, champs: dict[str, object]
) -> None:
    pret.save_site(Site("Ailleurs", "Nord", TypeSite.place, id="ailleurs"))
    revoir(pret, "autre", **champs)

    assert [fait for passage in montre(pret).passages for fait in passage.faits] == []


def test_un_fait_hors_tournee_se_montre_a_son_jour(pret: CahierOuvert) -> None:
    revoir(pret, "seul", tournee_id=None, instant=JEUDI + timedelta(days=5))

    passages = montre(pret).passages
    assert [(p.tournee is None, len(p.faits)) for p in passages] == [
        (False, 0),
        (True, 1),
        (False, 0),
    ]


def test_sans_plus_aucun_fait_cite_la_suite_est_vide(pret: CahierOuvert) -> None:
    for cite in ("porte", "lumiere"):
        pret.delete_fait(cite)

    assert montre(pret) == Suite((), 0, Effort(0, 0), ())


def test_les_effets_s_ajoutent_et_un_courrier_repondu_devient_suivi(pret: CahierOuvert) -> None:
    repondre(pret, "c1", JEUDI.date(), TexteBrut(), JEUDI)
    observer(pret, "c1", replace(MIEUX, tournees=("nord", "calme")), PLUS_TARD)
    suivi = observer(pret, "c1", replace(MIEUX, evolution=Evolution.pareil), PLUS_TARD)

    assert suivi.statut is S.suivi_effet
    assert [o.evolution for o in suivi.observes] == [Evolution.mieux, Evolution.pareil]
    assert suivi.observes[0].tournees == ("nord", "calme")


def test_un_effet_sans_reponse_n_en_est_pas_une(pret: CahierOuvert) -> None:
    suivi = observer(pret, "c1", MIEUX, PLUS_TARD)

    assert (suivi.statut, suivi.reponse) == (S.envoye, None)
    assert suivi.a_relancer(PLUS_TARD.date())


def test_un_courrier_pas_parti_n_a_pas_d_effet_et_un_effet_ne_le_precede_pas(
    pret: CahierOuvert,
) -> None:
    with pytest.raises(SaisieIncomplete, match="avant l’envoi"):
        observer(pret, "c1", replace(MIEUX, le=JEUDI.date() - timedelta(days=1)), PLUS_TARD)
    pret.save_courrier(Courrier("ville_traces", cree_le=JEUDI, id="c2"))
    for geste in (
        lambda: observer(pret, "c2", MIEUX, PLUS_TARD),
        lambda: suivre(pret, "c2", JEUDI.date()),
    ):
        with pytest.raises(ErreurConnue, match="n’est pas parti"):
            geste()
