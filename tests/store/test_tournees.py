"""Les tournées, l'effort et les secteurs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Tournee
from tat_carnet.domain.relu import Effort
from tat_carnet.domain.vocabulaire import Moment
from tat_carnet.store.cahier import CahierOuvert

JOUR = LE.date()


def tournee(jour: date = JOUR, secteur: str = "Sud", **champs: object) -> Tournee:
    return Tournee(jour, Moment.soiree, secteur, **champs)  # type: ignore[arg-type]


def test_une_tournee_se_relit_et_se_corrige(cahier: CahierOuvert) -> None:
    premiere = tournee(binome=TexteBrut("A. et B."), note=TexteBrut("froid"), ras=True)
    cahier.save_tournee(premiere)
    assert cahier.tournee(premiere.id) == premiere

    cahier.save_tournee(replace(premiere, terminee=True, ras=False))

    assert list(cahier.tournees()) == [replace(premiere, terminee=True, ras=False)]
    with pytest.raises(KeyError):
        cahier.tournee("absente")


def test_une_tournee_sans_secteur_est_refusee(cahier: CahierOuvert) -> None:
    with pytest.raises(SaisieIncomplete):
        cahier.save_tournee(tournee(secteur=""))


def test_la_tournee_ouverte_est_la_plus_recente_non_terminee(cahier: CahierOuvert) -> None:
    assert cahier.open_tournee() is None
    veille = tournee(JOUR - timedelta(days=1))
    for une in (tournee(terminee=True), veille, tournee(JOUR - timedelta(days=9))):
        cahier.save_tournee(une)

    assert cahier.open_tournee() == veille


def test_les_tournees_viennent_par_jour_puis_par_ordre_d_ecriture(cahier: CahierOuvert) -> None:
    a, b, c = tournee(), tournee(JOUR + timedelta(days=1)), tournee()
    for une in (a, b, c):
        cahier.save_tournee(une)

    assert list(cahier.tournees()) == [b, c, a]
    assert list(cahier.tournees(2)) == [b, c]


def test_l_effort_compte_les_deux_jours_compris(cahier: CahierOuvert) -> None:
    for ecart, ras in ((0, True), (1, False), (2, True), (3, True)):
        cahier.save_tournee(tournee(JOUR + timedelta(days=ecart), ras=ras))

    assert cahier.effort(JOUR, JOUR + timedelta(days=2)) == Effort(tournees=3, ras=2)
    assert cahier.effort(date(2000, 1, 1), date(2000, 1, 2)) == Effort(tournees=0, ras=0)


def test_les_secteurs_viennent_du_plus_recemment_employe(cahier: CahierOuvert) -> None:
    """Par une tournée ou par un fait ; un secteur qui n'a pas servi vient en dernier."""
    nord, est = site("n", secteur="Nord"), site("e", secteur="Est")
    cahier.save_tournee(tournee(JOUR, "Sud"))
    cahier.save_tournee(tournee(JOUR - timedelta(days=30), "Nord"))
    cahier.save_site(nord)
    cahier.save_site(est)
    assert list(cahier.secteurs()) == ["Sud", "Nord", "Est"]

    cahier.save_fait(fait(nord, instant=LE + timedelta(days=1)))

    assert list(cahier.secteurs()) == ["Nord", "Sud", "Est"]


def test_les_tournees_d_une_periode_viennent_dans_l_ordre(cahier: CahierOuvert) -> None:
    jours = [JOUR + timedelta(days=ecart) for ecart in (3, 0, 1, 9)]
    for jour in jours:
        cahier.save_tournee(tournee(jour))

    entre = cahier.tournees_entre(JOUR, JOUR + timedelta(days=3))
    assert [une.jour for une in entre] == sorted(jours)[:3]


def test_effacer_une_tournee_laisse_ses_faits_hors_tournee(cahier: CahierOuvert) -> None:
    une, lieu = tournee(debut=time(18, 30), fin=time(20)), site()
    cahier.save_tournee(une)
    assert cahier.tournee(une.id) == une
    cahier.save_site(lieu)
    note = fait(lieu, "x", tournee_id=une.id)
    cahier.save_fait(note)

    cahier.delete_tournee(une.id)

    assert cahier.tournees() == []
    assert cahier.fait(note.id).tournee_id is None
    cahier.verify()
