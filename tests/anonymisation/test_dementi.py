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


def fait(degre: Attestation) -> Fait:
    return Fait(
        datetime(2026, 11, 18, 21, 30),
        PLACE.id,
        TypeFait.bruit,
        TexteBrut("il paraît que"),
        attestation=degre,
        reunion_le=date(2026, 11, 20),
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
