"""L'en-tête de l'association : ce qu'il exige avant qu'une lettre parte."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tat_carnet.domain.entete import Entete
from tat_carnet.domain.errors import SaisieIncomplete

REGLE = Entete(
    association="Équipe",
    adresse="1 rue A\n99000 Ville",
    siret="000 000 000 00000",
    contact="01 99 00 00 00",
    ville="Ville",
    signature="La direction",
)


def test_un_en_tete_regle_donne_les_lignes_du_haut() -> None:
    assert REGLE.verified().expediteur == (
        "Équipe",
        "1 rue A",
        "99000 Ville",
        "SIRET 000 000 000 00000",
        "01 99 00 00 00",
    )
    assert "SIRET" not in " ".join(replace(REGLE, siret="").verified().expediteur)


@pytest.mark.parametrize(
    ("champ", "valeur"),
    [
        ("association", ""),
        ("adresse", " "),
        ("ville", ""),
        ("signature", ""),
        ("siret", "12"),
        ("adresse", "a\nb\nc\nd\ne"),
    ],
)
def test_ce_qui_manque_est_nomme(champ: str, valeur: str) -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        replace(REGLE, **{champ: valeur}).verified()
    assert refus.value.champ == champ
