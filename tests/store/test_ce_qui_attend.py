"""Ce que l'accueil lit du coffre : le même choix qu'en lisant tout, sans tout lire."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.courrier import EN_ATTENTE, Courrier
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.journal import FormatDocument, GenreDocument, LigneJournal
from tat_carnet.domain.reunion import RAPPEL, Decision, Reunion
from tat_carnet.domain.situation import Situation
from tat_carnet.domain.vocabulaire import (
    Attestation,
    Besoin,
    EtatDecision,
    GenreEcheance,
    StatutCourrier,
    StatutSituation,
)
from tat_carnet.store.cahier import CahierOuvert

JOUR = date(2026, 11, 21)
ASSEZ = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
JOURS = st.integers(-400, 60).map(lambda ecart: JOUR + timedelta(days=ecart))
ECHEANCES = st.lists(
    st.builds(
        Echeance,
        jour=JOURS,
        genre=st.just(GenreEcheance.fete),
        annuelle=st.booleans(),
        rappel=st.integers(0, 30),
        faite_le=st.none() | JOURS,
        repoussee_au=st.none() | JOURS,
        situation_id=st.sampled_from([None, *StatutSituation]),
    ),
    max_size=8,
)


@given(ECHEANCES)
@ASSEZ
def test_les_echeances_a_regler_sont_celles_que_la_regle_garde(
    cahier: CahierOuvert, echeances: list[Echeance]
) -> None:
    """Compare à la règle du domaine, jouée sur toutes ; une situation par statut."""
    for connue in cahier.situations():
        cahier.delete_situation(connue.id)
    for connue in cahier.echeances():
        cahier.delete_echeance(connue.id)
    situations = [
        Situation(statut, JOUR, besoins=(Besoin.ecoute,), statut=statut, id=statut)
        for statut in StatutSituation
    ]
    for situation in situations:
        cahier.save_situation(situation)
    for echeance in echeances:
        cahier.save_echeance(echeance)
    finies = {situation.id for situation in situations if situation.finie}
    attendent = {
        e.id for e in echeances if e.prochaine() is not None and e.situation_id not in finies
    }

    assert {e.id for e in cahier.echeances_a_regler()} == attendent
    lues = cahier.echeances_a_regler(JOUR)
    assert {e.id for e in lues if e.due(JOUR)} == {
        e.id for e in echeances if e.id in attendent and e.due(JOUR)
    }
    assert [e.jour for e in lues] == sorted(e.jour for e in lues)


def test_une_echeance_lointaine_ne_se_lit_pas_avant_son_rappel(cahier: CahierOuvert) -> None:
    cahier.save_echeance(Echeance(JOUR + timedelta(days=8), GenreEcheance.fete, rappel=7))

    assert cahier.echeances_a_regler(JOUR) == []
    assert len(cahier.echeances_a_regler(JOUR + timedelta(days=1))) == 1


def test_les_decisions_a_suivre_sont_celles_que_la_regle_dit_dues(cahier: CahierOuvert) -> None:
    prises = [
        Decision(TexteBrut(f"{etat} {ecart}"), echeance=JOUR + timedelta(days=ecart), etat=etat)
        for etat in EtatDecision
        for ecart in (-40, 0, 7, 8)
    ]
    sans_date = Decision(TexteBrut("un jour"))
    passee = Reunion("Veille", JOUR - timedelta(days=50), decisions=(*prises[::-1], sans_date))
    du_jour = Reunion("Veille", JOUR, decisions=(Decision(TexteBrut("neuve"), echeance=JOUR),))
    for reunion in (passee, du_jour):
        cahier.save_reunion(reunion)

    lues = cahier.decisions_a_suivre(JOUR, JOUR + RAPPEL)

    assert [d.id for d in lues] == [d.id for d in prises if d.due(JOUR)]
    assert list(lues) == [d for d in prises if d.due(JOUR)]


def test_les_reunions_se_lisent_par_periode_et_par_page(cahier: CahierOuvert) -> None:
    jours = [JOUR - timedelta(days=40), JOUR - timedelta(days=1), JOUR, JOUR + timedelta(days=7)]
    for rang, jour in enumerate(jours):
        une = Decision(TexteBrut(f"décision {rang}"))
        cahier.save_reunion(Reunion("Veille", jour, decisions=(une,), id=str(rang)))

    assert [r.id for r in cahier.reunions_entre(jours[1], JOUR)] == ["1", "2"]
    assert [r.id for r in cahier.reunions(JOUR, 2)] == ["2", "1"]
    assert [r.id for r in cahier.reunions()] == ["3", "2", "1", "0"]
    assert [r.decisions[0].quoi.lire() for r in cahier.reunions(JOUR)] == [
        "décision 2",
        "décision 1",
        "décision 0",
    ]


def test_les_courriers_se_lisent_par_statut(cahier: CahierOuvert) -> None:
    for statut in StatutCourrier:
        cahier.save_courrier(
            Courrier("soutien_familles", statut=statut, cree_le=LE, id=statut.value)
        )

    lus = cahier.courriers_au_statut(EN_ATTENTE)

    assert {c.statut for c in lus} == EN_ATTENTE
    assert [c.id for c in lus] == [c.id for c in cahier.courriers() if c.statut in EN_ATTENTE]
    assert cahier.courriers_au_statut([]) == []


def test_les_courriers_citant_un_fait_viennent_avec_leurs_rectificatifs(
    cahier: CahierOuvert,
) -> None:
    for courrier_id, faits, rectifie in (
        ("cite", ("f1", "f2"), None),
        ("autre", ("f3",), None),
        ("rectificatif", (), "cite"),
        ("rectifie autre", (), "autre"),
    ):
        cahier.save_courrier(
            Courrier("soutien_familles", faits=faits, rectifie=rectifie, cree_le=LE, id=courrier_id)
        )

    assert [c.id for c in cahier.courriers_citant({"f2", "inconnu"})] == ["rectificatif", "cite"]
    assert cahier.courriers_citant({"inconnu"}) == []
    assert cahier.courriers_citant(()) == []


def test_seuls_se_lisent_les_faits_infirmes_qu_on_a_cites(cahier: CahierOuvert) -> None:
    """Cité et confirmé, ou infirmé et jamais sorti : rien à démentir."""
    lieu = site()
    cahier.save_site(lieu)
    infirme, reunion = Attestation.infirme, LE.date()
    for rang, degre in enumerate([infirme, infirme, infirme, Attestation.observe]):
        un_fait = fait(lieu, "x", LE + timedelta(hours=rang), attestation=degre, id=f"f{rang}")
        cahier.save_fait(replace(un_fait, reunion_le=reunion if degre is infirme else None))
    cahier.append_journal(
        LigneJournal(
            datetime(2026, 4, 1),
            GenreDocument.compte_rendu,
            FormatDocument.pdf,
            "le collectif",
            "0" * 64,
            ("f0", "f3", "parti"),
        )
    )
    cahier.save_courrier(Courrier("soutien_familles", faits=("f2",), cree_le=LE))

    assert [f.id for f in cahier.infirmes_cites()] == ["f2", "f0"]
