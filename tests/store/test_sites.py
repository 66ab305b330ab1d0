"""Les sites."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from store.aides import LE, fait, site
from tat_carnet.domain.brut import TexteBrut
from tat_carnet.domain.errors import SaisieIncomplete
from tat_carnet.domain.vocabulaire import Maille, TypeSite
from tat_carnet.store.cahier import CahierOuvert


def test_un_site_se_relit_et_se_corrige(cahier: CahierOuvert) -> None:
    premier = site(
        "Hall du Cèdre",
        type=TypeSite.hall,
        maille=Maille.ilot,
        ilot="Îlot Nord",
        nom_usage=TexteBrut("le tiers-lieu"),
        logements_approx=8,
    )
    cahier.save_site(premier)
    assert list(cahier.sites()) == [premier]

    corrige = replace(premier, libelle_public="Hall du Tilleul", logements_approx=None)
    cahier.save_site(corrige)

    assert list(cahier.sites()) == [corrige]


def test_un_site_sans_nom_est_refuse(cahier: CahierOuvert) -> None:
    with pytest.raises(SaisieIncomplete):
        cahier.save_site(site(" "))

    assert list(cahier.sites()) == []


def test_les_sites_viennent_par_fait_le_plus_recent_puis_par_creation(
    cahier: CahierOuvert,
) -> None:
    a, b, c, d = (site(nom) for nom in "abcd")
    for lieu in (a, b, c, d):
        cahier.save_site(lieu)
    cahier.save_fait(fait(a, instant=LE))
    cahier.save_fait(fait(b, instant=LE + timedelta(hours=1)))
    cahier.save_fait(fait(a, instant=LE - timedelta(hours=1)))

    assert list(cahier.sites()) == [b, a, d, c]
