"""L'histoire des degrés : écrite avec le fait, effacée avec lui."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.aides import LE, fait, site
from tat_carnet.domain.attestation import ChangementAttestation
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import Attestation
from tat_carnet.store.cahier import CahierOuvert
from tat_carnet.usecases.attester import changer_degre

LIEU = site()


@pytest.fixture
def note(cahier: CahierOuvert) -> Fait:
    cahier.save_site(LIEU)
    note = fait(LIEU, "on le dit", attestation=Attestation.rumeur)
    cahier.save_fait(note)
    return note


def infirmer(cahier: CahierOuvert, note: Fait) -> ChangementAttestation:
    _, changement = changer_degre(
        cahier,
        note.id,
        Attestation.infirme,
        TexteBrut("vérifié"),
        LE + timedelta(days=3),
        reunion_le=date(2026, 3, 15),
    )
    return changement


def test_l_histoire_d_un_fait_se_lit_dans_l_ordre(cahier: CahierOuvert, note: Fait) -> None:
    _, premier = changer_degre(
        cahier, note.id, Attestation.rapporte, TexteBrut("le gardien le dit"), LE
    )
    second = infirmer(cahier, note)

    assert list(cahier.changements(note.id)) == [premier, second]
    assert cahier.fait(note.id).attestation is Attestation.infirme
    cahier.verify()


def test_un_changement_refuse_n_ecrit_rien(cahier: CahierOuvert, note: Fait) -> None:
    with pytest.raises(SaisieIncomplete):
        changer_degre(cahier, note.id, Attestation.recoupe, TexteBrut("deux fois"), LE)

    assert cahier.fait(note.id) == note
    assert cahier.changements(note.id) == []


def test_effacer_un_fait_emporte_son_histoire(cahier: CahierOuvert, note: Fait) -> None:
    infirmer(cahier, note)
    cahier.delete_fait(note.id)

    assert cahier.changements(note.id) == []
    cahier.verify()


def test_corriger_ou_deplacer_un_fait_garde_son_histoire(cahier: CahierOuvert, note: Fait) -> None:
    changement = infirmer(cahier, note)
    corrige = cahier.fait(note.id)
    cahier.save_fait(
        Fait(
            LE - timedelta(days=40),
            LIEU.id,
            corrige.type,
            TexteBrut("repris"),
            attestation=corrige.attestation,
            reunion_le=corrige.reunion_le,
            id=note.id,
        )
    )

    assert list(cahier.changements(note.id)) == [changement]
