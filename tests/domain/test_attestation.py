"""Changer le degré d'un fait : jamais sans motif, ni sans ce que le degré exige.

Témoin : ôter `.verified()` de `changer` laisse passer un recoupement à une source (vu échouer).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.attestation import EN_REUNION, changer
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import Attestation, NatureSource, TypeFait

LE = datetime(2026, 11, 21, 21, 45)
FAIT = Fait(LE - timedelta(days=2), "site", TypeFait.bruit)
MOTIF = TexteBrut("le gardien le confirme")


def refus(nouveau: Attestation, motif: TexteBrut = MOTIF, **champs: object) -> str:
    with pytest.raises(SaisieIncomplete) as erreur:
        changer(FAIT, nouveau, motif, LE, **champs)  # type: ignore[arg-type]
    return erreur.value.champ


def test_sans_motif_rien_ne_change() -> None:
    assert refus(Attestation.rapporte, TexteBrut("  ")) == "motif"


def test_le_meme_degre_n_est_pas_un_changement() -> None:
    assert refus(Attestation.observe) == "attestation"


def test_recouper_demande_deux_sources_de_natures_differentes() -> None:
    deux_fois = (NatureSource.gardien, NatureSource.gardien)
    assert refus(Attestation.recoupe) == "natures_source"
    assert refus(Attestation.recoupe, natures_source=deux_fois) == "natures_source"

    sources = (NatureSource.observation, NatureSource.gardien)
    recoupe, _ = changer(FAIT, Attestation.recoupe, MOTIF, LE, natures_source=sources)
    assert recoupe.natures_source == sources


@pytest.mark.parametrize("degre", EN_REUNION)
def test_attester_et_infirmer_demandent_une_reunion_qui_a_eu_lieu(degre: Attestation) -> None:
    assert refus(degre) == "reunion_le"
    assert refus(degre, reunion_le=LE.date() + timedelta(days=1)) == "reunion_le"

    fait, ligne = changer(FAIT, degre, MOTIF, LE, reunion_le=LE.date())
    assert (fait.attestation, fait.reunion_le) == (degre, LE.date())
    assert (ligne.ancien, ligne.nouveau, ligne.reunion_le) == (
        Attestation.observe,
        degre,
        LE.date(),
    )
    assert (ligne.fait_id, ligne.le, ligne.motif) == (FAIT.id, LE, MOTIF)


@given(nouveau=st.sampled_from(Attestation), reunion=st.none() | st.just(date(2026, 11, 20)))
def test_un_degre_qui_ne_se_decide_pas_en_reunion_n_en_garde_pas(
    nouveau: Attestation, reunion: date | None
) -> None:
    try:
        fait, ligne = changer(FAIT, nouveau, MOTIF, LE, reunion_le=reunion)
    except SaisieIncomplete:
        return
    assert (fait.reunion_le is None) == (nouveau not in EN_REUNION)
    assert ligne.reunion_le == fait.reunion_le
