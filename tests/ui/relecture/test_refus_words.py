"""La phrase qui dit ce qui reste dans le cahier s'accorde avec ce qu'elle compte."""

from __future__ import annotations

from datetime import datetime

import pytest

from tat_carnet.domain.fait import Fait
from tat_carnet.domain.vocabulaire import Attestation, TypeFait
from tat_carnet.ui.relecture.refus_words import refused_sentence


def fait(attestation: Attestation) -> Fait:
    return Fait(datetime(2026, 11, 20, 21), "place", TypeFait.bruit, attestation=attestation)


@pytest.mark.parametrize(
    ("degres", "dit"),
    [
        ("rumeur", "Ce fait est une rumeur."),
        ("infirme infirme", "2 faits restent dans le cahier : 2 faits infirmés en réunion."),
        (
            "infirme rumeur rumeur",
            "3 faits restent dans le cahier : 1 fait infirmé en réunion, et 2 rumeurs. Une rumeur "
            "observée ou rapportée depuis change d’attestation, et sort alors.",
        ),
        (
            "rapporte rapporte",
            "2 faits restent dans le cahier : 2 faits seulement « rapporté », et ce document "
            "demande plus solide.",
        ),
    ],
)
def test_ce_qui_reste_se_compte_et_s_accorde(degres: str, dit: str) -> None:
    """Témoin : les raisons au singulier sous « 3 faits restent », comme avant."""
    refuses = [(fait(Attestation[degre]), "Ce fait est une rumeur.") for degre in degres.split()]
    assert refused_sentence(refuses) == dit
