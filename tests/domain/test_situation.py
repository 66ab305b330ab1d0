"""Les situations : un code qui ne dit rien, et ce qu'elles exigent."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date

import pytest

from tat_carnet.domain import situation as module
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.situation import EtapeSituation, Situation, tirer_code
from tat_carnet.domain.vocabulaire import Besoin, StatutSituation

JOUR = date(2026, 11, 21)
INTERDITS = {
    "nom",
    "prenom",
    "surnom",
    "naissance",
    "age",
    "telephone",
    "adresse",
    "etage",
    "photo",
}


def test_un_code_se_lit_et_ne_dit_rien() -> None:
    assert all(re.fullmatch(r"\w+-\w+-[1-9]\d", tirer_code()) for _ in range(200))


def test_un_code_deja_pris_ne_se_tire_pas_deux_fois(monkeypatch: pytest.MonkeyPatch) -> None:
    """Témoin : rendre `code` sans regarder `pris` fait tomber cet essai (vu une fois)."""
    tires = iter([47, "loupe", "ocre", 47, "loupe", "ocre", 48, "loupe", "ocre"])
    monkeypatch.setattr(module, "choice", lambda _: next(tires))
    premier = tirer_code()

    assert premier == "loupe-ocre-47"
    assert tirer_code({premier}) == "loupe-ocre-48"


def test_aucun_champ_ne_peut_nommer_quelqu_un() -> None:
    """`domaine.md` §4, champs interdits ; `tranche_age` est estimée, et permise."""
    noms = {champ.name for entite in (Situation, EtapeSituation) for champ in fields(entite)}

    assert noms & INTERDITS == set()


def test_une_situation_vide_est_refusee() -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        Situation("loupe-ocre-47", JOUR).verified()

    assert refus.value.champ == "besoins"


def test_un_besoin_ou_une_etape_suffit() -> None:
    par_besoin = Situation("loupe-ocre-47", JOUR, besoins=(Besoin.ecoute,))
    par_etape = Situation("a", JOUR, etapes=(EtapeSituation(JOUR, TexteBrut("vu la MDS")),))

    assert par_besoin.verified() is par_besoin
    assert par_etape.verified() is par_etape


def test_une_etape_vide_est_refusee() -> None:
    with pytest.raises(SaisieIncomplete) as refus:
        Situation("a", JOUR, etapes=(EtapeSituation(JOUR, TexteBrut(" ")),)).verified()

    assert refus.value.champ == "etapes"


@pytest.mark.parametrize(
    ("statut", "finie"),
    [
        (StatutSituation.ouverte, False),
        (StatutSituation.orientee, False),
        (StatutSituation.close, True),
        (StatutSituation.transmise_hors_outil, True),
    ],
)
def test_une_situation_transmise_hors_de_l_outil_est_finie(
    statut: StatutSituation, finie: bool
) -> None:
    assert Situation("a", JOUR, statut=statut).finie is finie
