"""L'échelle : à chaque sorte de détail ses échelons, et jamais le brut.

Témoin (vu échouer) : rendre la tranche fine à une restitution publique.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.anonymisation.echelle import est_mineur, lieu, moment, periode, suivant, tranche
from tat_carnet.domain.vocabulaire import Moment, Profil

LARGES = [Profil.institution, Profil.restitution_publique]


def test_les_profils_vont_du_plus_proche_au_plus_large() -> None:
    assert suivant(Profil.collectif) is Profil.institution
    assert suivant(Profil.institution) is Profil.restitution_publique
    assert suivant(Profil.restitution_publique) is Profil.vignette
    assert suivant(Profil.vignette) is None


@pytest.mark.parametrize(
    ("ages", "dite"),
    [([8], "moins de 11 ans"), ([11], "11-12 ans"), ([14], "13-15 ans"), ([17], "16-17 ans"),
     ([18], "18-20 ans"), ([25], "21-25 ans"), ([40], "26-59 ans"), ([84], "60 ans et plus"),
     ([12, 14], "11-15 ans"), ([8, 10], "moins de 11 ans"), ([8, 12], "moins de 13 ans"),
     ([58, 62], "26 ans et plus")],
)  # fmt: skip
def test_un_age_monte_a_sa_tranche(ages: list[int], dite: str) -> None:
    assert tranche(ages) == dite


@given(st.lists(st.integers(0, 110), min_size=1, max_size=3), st.sampled_from(LARGES))
def test_un_profil_large_ne_voit_que_la_minorite(ages: list[int], profil: Profil) -> None:
    attendue = "moins de 18 ans" if est_mineur(ages) else "18 ans et plus"
    assert tranche(ages, profil) == attendue


@given(st.integers(0, 110))
def test_une_tranche_contient_l_age_et_ne_le_dit_pas_seul(age: int) -> None:
    bornes = [int(n) for n in re.findall(r"\d+", tranche([age]))]
    dite = tranche([age])
    bas = 0 if dite.startswith("moins") else bornes[0]
    haut = 150 if dite.endswith("plus") else bornes[-1] - dite.startswith("moins")
    assert bas <= age <= haut
    assert haut > bas


@pytest.mark.parametrize(
    ("jour", "mois", "profil", "dite"),
    [
        (3, 5, Profil.collectif, "la première semaine de mai"),
        (8, 8, Profil.collectif, "la deuxième semaine d’août"),
        (21, 10, Profil.collectif, "la troisième semaine d’octobre"),
        (31, 12, Profil.collectif, "la dernière semaine de décembre"),
        (14, None, Profil.collectif, "à une date proche"),
        (14, 13, Profil.collectif, "à une date proche"),
        (3, 5, Profil.institution, "en mai"),
        (3, 4, Profil.restitution_publique, "en avril"),
        (14, None, Profil.institution, "à une date proche"),
        (3, 4, Profil.vignette, "ce mois-là"),
    ],
)
def test_une_date_monte_a_la_semaine_puis_au_mois(
    jour: int, mois: int | None, profil: Profil, dite: str
) -> None:
    complement, nom = periode(jour, mois, profil)
    assert complement == dite
    assert nom == dite.removeprefix("en ").removeprefix("à ")


@given(st.integers(1, 31), st.integers(1, 12), st.sampled_from(Profil))
def test_une_date_ne_garde_aucun_chiffre(jour: int, mois: int, profil: Profil) -> None:
    assert not re.search(r"\d", "".join(periode(jour, mois, profil)))


def test_un_hall_monte_a_l_ilot_puis_au_quartier() -> None:
    assert [lieu(True, profil) for profil in Profil] == [
        "une partie commune du secteur",
        "un îlot du secteur",
        "le quartier",
        "le quartier",
    ]
    assert lieu(False, Profil.collectif) == "un bâtiment du secteur"


def test_une_heure_monte_au_moment_puis_a_la_demi_journee() -> None:
    assert moment(Moment.nuit, Profil.collectif) == ("dans la nuit", "la nuit")
    assert moment(Moment.nuit, Profil.restitution_publique) == (
        "le soir ou la nuit",
        "les heures du soir ou de la nuit",
    )
    assert moment(Moment.midi, Profil.restitution_publique) == ("dans la journée", "la journée")
