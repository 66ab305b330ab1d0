"""Un courrier : sa machine à états, ses échéances, ses délais ; ce qu'il ne cite jamais."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.courrier import (
    SUITES,
    Changement,
    Courrier,
    Demande,
    EffetObserve,
    Reponse,
    refus_de_citer,
)
from tat_carnet.domain.errors import ErreurConnue, SaisieIncomplete
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Evolution,
    NatureSource,
    StatutCourrier,
    TypeSite,
)

S = StatutCourrier
LE = datetime(2026, 11, 19, 17, 40)
JOUR = LE.date()
PRET = Courrier(
    "bailleur_parties_communes",
    "p1",
    faits=("f1",),
    demandes=(Demande("Réparer.", JOUR + timedelta(days=7)),),
    cree_le=LE,
)


def parti(courrier: Courrier = PRET, le: datetime = LE) -> Courrier:
    for statut in (S.relu, S.valide, S.envoye):
        courrier = courrier.passer(statut, le)
    return courrier


def test_chaque_statut_a_ses_suites() -> None:
    assert set(SUITES) == set(S)


@pytest.mark.parametrize("statut", [S.relu, S.valide])
def test_toute_modification_apres_la_relecture_ramene_au_brouillon(statut: S) -> None:
    courrier = PRET.passer(S.relu, LE)
    if statut is S.valide:
        courrier = courrier.passer(S.valide, LE)

    change = courrier.modifie(LE, objet="autre")

    assert (change.statut, change.objet) == (S.brouillon, "autre")
    assert change.historique[-1] == Changement(S.brouillon, LE)


def test_un_brouillon_modifie_reste_un_brouillon_sans_histoire() -> None:
    assert PRET.modifie(LE, objet="autre").historique == ()


def test_un_courrier_parti_ne_se_modifie_plus() -> None:
    with pytest.raises(ErreurConnue, match="rectificatif"):
        parti().modifie(LE, objet="autre")


@given(st.lists(st.sampled_from(list(S)), max_size=12))
def test_aucune_suite_de_gestes_ne_saute_la_relecture_ni_la_validation(gestes: list[S]) -> None:
    """Témoin : ajouter `envoye` aux suites de `relu` fait échouer cet essai (vu une fois)."""
    courrier = PRET
    for geste in gestes:
        try:
            courrier = courrier.passer(geste, LE)
        except ErreurConnue:
            assert geste not in SUITES[courrier.statut]
    suivis = [changement.statut for changement in courrier.historique]
    if S.envoye in suivis:
        avant = suivis[: suivis.index(S.envoye)]
        assert avant[-2:] == [S.relu, S.valide]


@pytest.mark.parametrize(
    ("champs", "champ", "phrase"),
    [
        ({"destinataire_id": None}, "destinataire_id", "à qui"),
        ({"faits": ()}, "faits", "au moins un fait"),
        ({"demandes": ()}, "demandes", "au moins une demande"),
        ({"demandes": (Demande(" ", JOUR),)}, "demandes", "demande 1 est vide"),
        ({"demandes": (Demande("a", JOUR), Demande("b"))}, "demandes", "demande 2 n’a pas de date"),
        ({"demandes": (Demande("a", JOUR - timedelta(days=1)),)}, "demandes", "déjà passée"),
    ],
)
def test_ce_qui_manque_se_dit_la_ou_il_manque(
    champs: dict[str, object], champ: str, phrase: str
) -> None:
    with pytest.raises(SaisieIncomplete, match=phrase) as refus:
        replace(PRET, **champs).verified(JOUR)  # type: ignore[arg-type]
    assert refus.value.champ == champ


def test_un_courrier_pret_passe_et_un_rectificatif_n_a_ni_fait_ni_demande() -> None:
    assert PRET.verified(JOUR) is PRET
    assert replace(PRET, faits=(), demandes=(), rectifie="c1").verified(JOUR)


def test_l_echeance_est_la_premiere_demande_puis_quinze_jours_apres_la_relance() -> None:
    assert PRET.echeance is None
    courrier = parti()
    assert courrier.echeance == JOUR + timedelta(days=7)
    assert parti(replace(PRET, demandes=())).echeance == JOUR + timedelta(days=15)
    assert not courrier.a_relancer(JOUR + timedelta(days=7))
    assert courrier.a_relancer(JOUR + timedelta(days=8))
    assert not PRET.a_relancer(JOUR + timedelta(days=99))

    relance = courrier.passer(S.relance, LE + timedelta(days=8))
    assert relance.echeance == JOUR + timedelta(days=23)


def test_le_delai_va_de_l_envoi_a_la_reponse() -> None:
    assert PRET.delai is None
    assert parti().delai is None
    assert replace(parti(), reponse=Reponse(JOUR + timedelta(days=12))).delai == 12


def test_un_effet_dit_un_sens_et_un_jour_d_apres_l_envoi() -> None:
    """Contrôle positif : daté du jour même et dit « pareil », le même effet s'inscrit."""
    effet = EffetObserve(JOUR, evolution=Evolution.pareil)

    assert effet.verified(JOUR) is effet
    for faux, champ in ((replace(effet, evolution=None), "evolution"), (effet, "le")):
        with pytest.raises(SaisieIncomplete) as refus:
            faux.verified(JOUR + timedelta(days=1) if champ == "le" else JOUR)
        assert refus.value.champ == champ


PLACE = Site("Place haute", "Nord", TypeSite.place)
FAIT = Fait(LE, site_id=PLACE.id, reunion_le=JOUR,
            natures_source=(NatureSource.observation, NatureSource.gardien))  # fmt: skip


@pytest.mark.parametrize(
    ("attestation", "raison"),
    [
        (Attestation.observe, None),
        (Attestation.recoupe, None),
        (Attestation.atteste, None),
        (Attestation.rapporte, "Rapporté"),
        (Attestation.rumeur, "rumeur"),
        (Attestation.infirme, "infirmé"),
    ],
)
def test_un_courrier_ne_cite_que_l_observe_le_recoupe_et_l_atteste(
    attestation: Attestation, raison: str | None
) -> None:
    refus = refus_de_citer(replace(FAIT, attestation=attestation), PLACE)

    assert (refus is None) is (raison is None)
    assert raison is None or raison in (refus or "")


@pytest.mark.parametrize(("logements", "entre"), [(9, False), (None, False), (10, True)])
def test_un_hall_de_moins_de_dix_logements_n_entre_pas(logements: int | None, entre: bool) -> None:
    hall = Site("Hall F", "Nord", TypeSite.hall, ilot="Îlot", logements_approx=logements)

    assert (refus_de_citer(FAIT, hall) is None) is entre
