"""Un démenti ne se signe que pour un fait infirmé."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tat_carnet.anonymisation.relecture import RelectureDementi
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import ErreurConnue
from tat_carnet.domain.fait import Fait, Site
from tat_carnet.domain.vocabulaire import Attestation, TypeFait, TypeSite

PLACE = Site("Place du Lavoir", "Sud", TypeSite.place)


def fait(degre: Attestation, sorte: TypeFait = TypeFait.bruit, libelle_autre: str = "") -> Fait:
    return Fait(
        datetime(2026, 11, 18, 21, 30),
        PLACE.id,
        sorte,
        TexteBrut("il paraît que"),
        attestation=degre,
        reunion_le=date(2026, 11, 20),
        libelle_autre=libelle_autre,
    )


@pytest.mark.parametrize("degre", [Attestation.rumeur, Attestation.observe, Attestation.atteste])
def test_ce_qui_n_est_pas_infirme_ne_se_dement_pas(degre: Attestation) -> None:
    with pytest.raises(ErreurConnue):
        RelectureDementi(fait(degre), PLACE).signer()


def test_un_fait_infirme_se_dement_sans_un_mot_de_la_rumeur() -> None:
    dementi = RelectureDementi(fait(Attestation.infirme), PLACE).signer()

    assert dementi.lieu.texte == "Place du Lavoir"
    assert dementi.texte.texte.startswith("Ce qui se disait ici s’est révélé faux")
    assert "paraît" not in dementi.texte.texte


def test_un_dementi_nomme_ce_qui_etait_faux_sauf_s_il_est_autre() -> None:
    """« s’est révélé faux : autre » ne dirait rien ; la précision, elle, est du brut.

    Témoin : ne pas distinguer `TypeFait.autre` écrit « : autre. » (vu échouer).
    """
    bruit = RelectureDementi(fait(Attestation.infirme), PLACE).signer()
    sans_nom = fait(Attestation.infirme, TypeFait.autre, "un manège forain")
    autre = RelectureDementi(sans_nom, PLACE).signer()

    assert bruit.texte.texte.startswith("Ce qui se disait ici s’est révélé faux\u202f: ")
    assert autre.texte.texte == "Ce qui se disait ici s’est révélé faux."
