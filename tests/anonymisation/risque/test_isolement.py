"""Isoler : une combinaison de codes trop rare, et le pas le moins cher qui en sort.

Témoin (vu une fois) : `PETIT_EFFECTIF` mis à 1 laisse tout passer, et ces essais échouent.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.anonymisation.risque import Expose, Pas
from tat_carnet.anonymisation.risque.isolement import isolements
from tat_carnet.domain.seuils import PETIT_EFFECTIF
from tat_carnet.domain.vocabulaire import Public, TrancheAge, TypeFait

ADOS = frozenset({Public.adolescents})
FAIT = Expose(
    "f0",
    ("Place du Lavoir", "Îlot nord", "Sud"),
    "2026-S47",
    "2026-11",
    TypeFait.bruit,
    TrancheAge.de_13_15,
    ADOS,
)


def semblables(nombre: int, **changes: object) -> list[Expose]:
    return [replace(FAIT, reference=f"f{n}", **changes) for n in range(1, nombre + 1)]  # type: ignore[arg-type]


def test_cinq_semblables_n_isolent_personne() -> None:
    assert isolements([FAIT], [FAIT, *semblables(PETIT_EFFECTIF - 1)]) == ()


def test_quatre_semblables_isolent() -> None:
    (isolement,) = isolements([FAIT], [FAIT, *semblables(PETIT_EFFECTIF - 2)])

    assert isolement.references == ("f0",)


def test_un_fait_qui_ne_dit_pas_qui_n_isole_personne() -> None:
    dechets = replace(FAIT, tranche_age=None, publics=frozenset())
    assert isolements([dechets], [dechets]) == ()


def test_le_mois_suffit_quand_les_semaines_se_ressemblent() -> None:
    autres = semblables(PETIT_EFFECTIF, semaine="2026-S46")
    (isolement,) = isolements([FAIT], [FAIT, *autres])

    assert isolement.pas == {Pas.mois}


def test_le_secteur_suffit_quand_les_lieux_se_ressemblent() -> None:
    autres = semblables(PETIT_EFFECTIF, lieux=("Square", "Îlot sud", "Sud"))
    (isolement,) = isolements([FAIT], [FAIT, *autres])

    assert isolement.pas == {Pas.secteur}


def test_l_ilot_coute_moins_que_le_secteur() -> None:
    autres = semblables(PETIT_EFFECTIF, lieux=("Square", "Îlot nord", "Sud"))
    (isolement,) = isolements([FAIT], [FAIT, *autres])

    assert isolement.pas == {Pas.ilot}


def test_seul_au_monde_il_faut_taire_qui() -> None:
    (isolement,) = isolements([FAIT], [FAIT])

    assert isolement.pas == {Pas.age, Pas.publics}


def test_un_pas_deja_fait_n_est_pas_propose_deux_fois() -> None:
    au_mois = replace(FAIT, pas=frozenset({Pas.mois}))
    (isolement,) = isolements([au_mois], [FAIT])

    assert Pas.mois not in isolement.pas


def test_les_faits_qu_un_meme_pas_sauve_vont_ensemble() -> None:
    autre = replace(FAIT, reference="g0", type=TypeFait.rodeo)
    (isolement,) = isolements([FAIT, autre], [FAIT, autre])

    assert isolement.references == ("f0", "g0")


def test_sans_ilot_monter_d_un_cran_mene_au_secteur() -> None:
    sans_ilot = replace(FAIT, lieux=("Place du Lavoir", "Sud"))
    assert sans_ilot.lieu(frozenset({Pas.ilot})) == "Sud"


exposes = st.lists(
    st.builds(
        Expose,
        st.uuids().map(str),
        st.sampled_from([("A", "I", "S"), ("B", "I", "S"), ("C", "S"), ("D",)]),
        st.sampled_from(["2026-S46", "2026-S47"]),
        st.sampled_from(["2026-11", "2026-12"]),
        st.sampled_from([TypeFait.bruit, TypeFait.rixe]),
        st.sampled_from([None, TrancheAge.de_13_15, TrancheAge.de_16_17]),
        st.sampled_from([frozenset(), ADOS]),
    ),
    min_size=1,
    max_size=30,
)


@given(exposes)
def test_le_pas_propose_sort_toujours_de_l_isolement(connus: list[Expose]) -> None:
    for isolement in isolements(connus, connus):
        montes = [replace(e, pas=e.pas | isolement.pas) for e in isolement.exposes]
        assert isolements(montes, connus) == ()
