"""Les réglages gardés dans le cahier."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.aides import LE, PHRASE
from tat_carnet.domain.sauvegarde import SecondDossier
from tat_carnet.domain.vocabulaire import ZoneScolaire
from tat_carnet.store.cahier import CahierOuvert, unlock
from tat_carnet.store.seal import CahierRevenuEnArriere, check_rows


@pytest.mark.parametrize("derniere", [None, LE])
@pytest.mark.parametrize("nom", ["/media/léa/CLÉ", os.fsdecode(b"/media/cl\xe9")])
def test_le_dossier_d_une_cle_se_retient_puis_s_oublie(
    dossier: Path, nom: str, derniere: object
) -> None:
    second = SecondDossier(Path(nom), derniere)  # type: ignore[arg-type]
    with unlock(dossier, PHRASE) as cahier:
        assert cahier.second_dossier() is None
        cahier.retenir_second_dossier(SecondDossier(Path("/media/autre")))
        cahier.retenir_second_dossier(second)
    with unlock(dossier, PHRASE) as cahier:
        cahier.verify()
        assert cahier.second_dossier() == second
        cahier.oublier_second_dossier()
        cahier.verify()
        assert cahier.second_dossier() is None


def test_le_dossier_d_une_cle_ne_se_lit_pas_sur_le_disque(dossier: Path) -> None:
    with unlock(dossier, PHRASE) as cahier:
        cahier.retenir_second_dossier(SecondDossier(Path("/media/Zéphirinnelune")))
    ecrits = b"".join(path.read_bytes() for path in dossier.rglob("*") if path.is_file())

    assert "Zéphirinnelune".encode() not in ecrits
    assert "Zéphirinnelune".encode().hex().encode() not in ecrits


def test_un_reglage_revenu_en_arriere_se_voit(cahier: CahierOuvert) -> None:
    cahier.retenir_second_dossier(SecondDossier(Path("/media/cle")))
    with cahier._base.change() as connection:
        connection.execute("UPDATE identite SET somme = somme + 1")

    with pytest.raises(CahierRevenuEnArriere):
        check_rows(cahier._base)


def test_la_zone_scolaire_se_choisit_se_change_et_s_oublie(cahier: CahierOuvert) -> None:
    assert cahier.zone_scolaire() is None
    for zone in (ZoneScolaire.a, ZoneScolaire.c, None, None):
        cahier.choisir_zone_scolaire(zone)
        assert cahier.zone_scolaire() is zone
    cahier.check_content()
