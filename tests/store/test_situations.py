"""Les situations et les échéances : relues telles quelles, effacées avec ce qui en dépend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from store.aides import fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.conservation import Objet
from tat_carnet.domain.echeance import Echeance
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.situation import EtapeSituation, Situation
from tat_carnet.domain.vocabulaire import (
    Besoin,
    GenreEcheance,
    MomentFragilite,
    StatutSituation,
    TrancheAge,
)
from tat_carnet.store.cahier import CahierOuvert

JOUR = date(2026, 11, 21)
PLEINE = Situation(
    "loupe-ocre-47",
    JOUR,
    tranche_age=TrancheAge.de_16_17,
    besoins=(Besoin.scolarite, Besoin.ecoute),
    moments=(MomentFragilite.exclusion,),
    etapes=(
        EtapeSituation(date(2026, 10, 2), TexteBrut("rendez-vous avec l’infirmière")),
        EtapeSituation(JOUR, TexteBrut("dossier déposé")),
    ),
    statut=StatutSituation.accompagnee,
)
NUE = Situation("malle-jade-12", date(2026, 9, 1), besoins=(Besoin.sante,))


def liee(cahier: CahierOuvert) -> Situation:
    """Une situation écrite, et les deux faits qu'elle cite."""
    lieu = site()
    cahier.save_site(lieu)
    for rang in "ab":
        cahier.save_fait(fait(lieu, id=rang))
    situation = replace(PLEINE, faits=("b", "a"))
    cahier.save_situation(situation)
    return situation


def test_une_situation_se_relit(cahier: CahierOuvert) -> None:
    cahier.save_situation(NUE)
    pleine = liee(cahier)

    assert cahier.situation(pleine.id) == pleine
    assert list(cahier.situations()) == [pleine, NUE]
    cahier.check_content()


def test_une_situation_se_corrige(cahier: CahierOuvert) -> None:
    pleine = liee(cahier)
    corrigee = replace(pleine, etapes=pleine.etapes[1:], faits=("a",), besoins=())
    cahier.save_situation(corrigee)

    assert list(cahier.situations()) == [corrigee]
    cahier.check_content()


def test_les_etapes_viennent_par_date(cahier: CahierOuvert) -> None:
    cahier.save_situation(replace(PLEINE, etapes=PLEINE.etapes[::-1]))

    assert cahier.situation(PLEINE.id) == PLEINE


def test_une_situation_vide_ne_s_ecrit_pas(cahier: CahierOuvert) -> None:
    with pytest.raises(SaisieIncomplete):
        cahier.save_situation(replace(NUE, besoins=()))

    assert list(cahier.situations()) == []


def test_une_situation_inconnue_leve(cahier: CahierOuvert) -> None:
    with pytest.raises(KeyError):
        cahier.situation("absente")


def test_un_fait_efface_quitte_ses_situations(cahier: CahierOuvert) -> None:
    """Témoin : sans `ON DELETE CASCADE`, effacer le fait lève (vu une fois)."""
    pleine = liee(cahier)
    cahier.delete_fait("b")

    assert cahier.situation(pleine.id).faits == ("a",)
    cahier.check_content()


def test_un_fait_inconnu_ne_se_lie_pas(cahier: CahierOuvert) -> None:
    cahier.save_situation(replace(NUE, faits=("jamais",)))

    assert cahier.situation(NUE.id) == NUE


def test_effacer_une_situation_efface_ses_etapes_et_ses_echeances(cahier: CahierOuvert) -> None:
    pleine = liee(cahier)
    cahier.save_echeance(Echeance(JOUR, GenreEcheance.rentree, situation_id=pleine.id))
    reste = Echeance(JOUR, GenreEcheance.fete)
    cahier.save_echeance(reste)

    cahier.delete_situation(pleine.id)
    cahier.delete_situation(pleine.id)

    assert list(cahier.situations()) == []
    assert list(cahier.echeances()) == [reste]
    assert cahier._base.rows("SELECT count(*) FROM etape") == [(0,)]
    assert cahier.fait("a").id == "a"
    cahier.check_content()


def test_une_echeance_se_relit_se_corrige_et_s_efface(cahier: CahierOuvert) -> None:
    cahier.save_situation(NUE)
    pleine = Echeance(
        JOUR,
        GenreEcheance.anniversaire_drame,
        TexteBrut("veillée sur la place"),
        annuelle=True,
        rappel=15,
        situation_id=NUE.id,
        repoussee_au=date(2026, 11, 23),
        faite_le=date(2025, 11, 21),
    )
    avant = Echeance(date(2026, 1, 2), GenreEcheance.travaux)
    cahier.save_echeance(pleine)
    cahier.save_echeance(avant)
    assert list(cahier.echeances()) == [avant, pleine]

    faite = pleine.faite()
    cahier.save_echeance(faite)
    cahier.delete_echeance(avant.id)
    cahier.delete_echeance(avant.id)

    assert list(cahier.echeances()) == [faite]
    cahier.check_content()


def test_une_echeance_sans_mots_ne_s_ecrit_pas(cahier: CahierOuvert) -> None:
    with pytest.raises(SaisieIncomplete):
        cahier.save_echeance(Echeance(JOUR))

    assert list(cahier.echeances()) == []


def test_une_purge_emporte_les_situations_sans_contact_et_les_echeances_passees(
    cahier: CahierOuvert,
) -> None:
    ancienne = replace(NUE, dernier_contact=date(2024, 1, 5), id="ancienne", code="a")
    cahier.save_situation(ancienne)
    cahier.save_situation(PLEINE)
    passee = Echeance(date(2024, 1, 4), GenreEcheance.travaux, id="passee")
    drame = Echeance(date(2024, 1, 4), GenreEcheance.anniversaire_drame, annuelle=True, id="drame")
    liee = Echeance(JOUR, GenreEcheance.rendez_vous, situation_id="ancienne", id="liee")
    for echeance in (passee, drame, liee):
        cahier.save_echeance(echeance)

    cahier.commencer_purge(Objet.situations, date(2024, 6, 1))
    while cahier.avancer_purge(10):
        pass
    ligne = cahier.achever_purge(datetime(2026, 11, 21, 9))

    assert [situation.id for situation in cahier.situations()] == [PLEINE.id]
    assert [echeance.id for echeance in cahier.echeances()] == ["drame"]
    assert ligne.nombres == {"situation": 1, "echeance": 1}
    cahier.check_content()


def test_les_mots_des_etapes_gardent_leurs_termes_de_masquage(cahier: CahierOuvert) -> None:
    cahier.save_situation(PLEINE)
    cahier.save_echeance(Echeance(JOUR, GenreEcheance.autre, TexteBrut("veillée")))

    assert {"infirmière", "veillée"} <= cahier.mots_bruts()
