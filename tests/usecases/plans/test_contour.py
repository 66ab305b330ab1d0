"""Un GeoJSON devient un contour sans coordonnées, ou se refuse d'une phrase qui dit pourquoi."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tat_carnet.domain.plan import GenrePlan, PlanRefuse, PlanSecteur
from tat_carnet.usecases.plans import lire_plan
from tat_carnet.usecases.plans.contour import POINTS_AU_PLUS, lire_contour
from tat_carnet.usecases.plans.croisements import se_croise
from tat_carnet.usecases.plans.france import en_france
from usecases.plans.fichiers import CENTRE, collection, ecrit, polygone, rien, rond

LIGNE = {"type": "LineString", "coordinates": [[2.295, 47.2], [2.305, 47.203]]}


def lu(contenu: Any, tmp_path: Path) -> PlanSecteur:
    return lire_plan(ecrit(tmp_path, contenu), "Sud", rien)


@pytest.mark.parametrize(
    ("contenu", "traits"),
    [
        (polygone(rond()), 1),
        (polygone(rond(), rond(rayon=0.005)), 2),
        (collection(polygone(rond()), LIGNE, None), 2),
        ({"type": "MultiPolygon", "coordinates": [[rond()], [rond(2.33)]]}, 2),
        ({"type": "MultiLineString", "coordinates": [LIGNE["coordinates"], [[2.3, 47.2]]]}, 1),
        ({"type": "GeometryCollection", "geometries": [LIGNE, polygone(rond())]}, 2),
        (collection(polygone(rond()), {"type": "Point", "coordinates": [0, 0]}), 1),
        (polygone([[*point, 120.5] for point in rond()]), 1),
    ],
)
def test_un_contour_devient_un_plan(contenu: Any, traits: int, tmp_path: Path) -> None:
    plan = lu(contenu, tmp_path)

    assert plan.genre is GenrePlan.contour
    assert len(plan.traits) == traits
    positions = [position for trait in plan.traits for position in trait]
    assert min(p.x for p in positions) == min(p.y for p in positions) == 0.03
    assert max(p.x for p in positions) == max(p.y for p in positions) == 0.97


def test_un_rond_reste_rond_et_le_nord_est_en_haut(tmp_path: Path) -> None:
    """Un degré de longitude est plus court qu'un degré de latitude : on en tient compte."""
    plan = lu(polygone([[2.30, 47.21], [2.28, 47.19], [2.32, 47.19], [2.30, 47.21]]), tmp_path)

    assert plan.rapport == pytest.approx(0.04 * 0.679 / 0.02, rel=0.01)
    sommet = plan.traits[0][0]
    assert sommet.y == min(position.y for position in plan.traits[0])


def test_ni_coordonnee_ni_attribut_ne_restent(tmp_path: Path) -> None:
    """Témoin : garder `properties` ou un point d'origine fait tomber cet essai (vu une fois)."""
    ailleurs = collection(polygone(rond(cx=3.1, cy=46.0, rayon=0.01)))
    garde = repr(lu(collection(polygone(rond())), tmp_path))

    assert "fictive" not in garde
    assert "2.3" not in garde
    assert "47." not in garde
    assert lu(ailleurs, tmp_path).traits[0][0] == lu(polygone(rond()), tmp_path).traits[0][0]


def test_un_bord_non_ferme_se_ferme(tmp_path: Path) -> None:
    (trait,) = lu(polygone(rond()[:-1]), tmp_path).traits

    assert trait[0] == trait[-1]


def test_une_marque_d_ordre_des_octets_ne_gene_pas(tmp_path: Path) -> None:
    assert lu(b"\xef\xbb\xbf" + json.dumps(polygone(rond())).encode(), tmp_path).traits


@pytest.mark.parametrize(
    ("contenu", "phrase"),
    [
        (polygone(rond(13.4, 52.5)), "hors de France"),
        (polygone(rond(-73.6, 45.5)), "hors de France"),
        (polygone([[y, x] for x, y in rond()]), "inversées"),
        (polygone([[652_000, 6_862_000], [653_000, 6_862_000], [653_000, 6_863_000]]), "Lambert"),
        (polygone(rond(rayon=0.5)), "plus grand qu’un secteur"),
        (collection(), "aucun contour"),
        (collection(None), "aucun contour"),
        (collection({"type": "Point", "coordinates": list(CENTRE)}), "aucun contour"),
        (polygone([]), "aucun contour"),
        (polygone([[2.3, 47.2], [2.31, 47.21], [2.31, 47.2], [2.3, 47.21]]), "se croise"),
        ({"type": "LineString", "coordinates": [[2.3, 47.2], [2.31, 47.2]]}, "plat"),
        ({"type": "LineString", "coordinates": [[2.3, 47.2], [2.3, 47.2]]}, "plat"),
        (polygone([[2.3, 47.2], [2.31, 47.2], [2.305, 47.2001]]), "trop étiré"),
        (polygone([[2.3, 47.2]] * (POINTS_AU_PLUS + 1)), "trop de points"),
    ],
)
def test_un_contour_qui_ne_va_pas_est_une_phrase(contenu: Any, phrase: str, tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match=rf"(?s){phrase}.*Rien n’a été importé|Rien n’a.*{phrase}"):
        lu(contenu, tmp_path)


@pytest.mark.parametrize(
    "octets",
    [
        b"{",
        b'{"type": "Polygon"}',
        b'{"type": "Topology", "objects": {}}',
        b'{"type": "Polygon", "coordinates": [[[2.3]]]}',
        b'{"type": "Polygon", "coordinates": [[["2.3", "47.2"]]]}',
        b'{"type": "Polygon", "coordinates": [[[null, 1]]]}',
        b'{"type": "Polygon", "coordinates": [[[NaN, 1]]]}',
        b'{"type": "Polygon", "coordinates": [[[1e999, 1]]]}',
        b'{"type": "Polygon", "coordinates": 3}',
        b'{"type": "FeatureCollection", "features": [null]}',
        b'{"type": []}',
        b'{"a": ' + b"[" * 100_000,
        '{"type": "Polygon", "coordinates": "é"}'.encode("latin-1"),
        b'{"type": "GeometryCollection", "geometries": [' * 3000 + b"]}" * 3000,
    ],
)
def test_un_geojson_abime_est_une_phrase(octets: bytes, tmp_path: Path) -> None:
    with pytest.raises(PlanRefuse, match=r"abîmé.*Rien n’a été importé"):
        lu(octets, tmp_path)


@given(
    st.recursive(
        st.none() | st.floats() | st.text(max_size=5) | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["type", "coordinates", "geometry"]), inner)
        ),
        max_leaves=12,
    )
)
def test_aucun_geojson_ne_fait_tomber_l_import(valeur: Any) -> None:
    """Tout ce qui se lit comme un objet donne un plan, ou un refus connu."""
    octets = json.dumps({"type": "Polygon", "coordinates": valeur}).encode()
    with pytest.raises(PlanRefuse):
        lire_contour(octets, "Sud", rien).verified()


@pytest.mark.parametrize(
    "ville",
    [
        (2.38, 51.03),
        (4.82, 50.14),
        (8.18, 48.97),
        (7.5, 43.78),
        (-1.77, 43.37),
        (-5.1, 48.46),
        (9.45, 42.7),
        (-61.0, 14.6),
        (55.45, -20.9),
        (-52.3, 4.9),
        (166.4, -22.3),
        (45.2, -12.8),
    ],
)
def test_les_bords_de_la_france_sont_en_france(ville: tuple[float, float]) -> None:
    assert en_france(*ville)


@pytest.mark.parametrize(
    "ville", [(4.35, 50.85), (2.17, 41.38), (7.68, 45.07), (-0.13, 51.5), (6.96, 50.94), (0, 0)]
)
def test_les_grandes_villes_voisines_n_y_sont_pas(ville: tuple[float, float]) -> None:
    assert not en_france(*ville)


def test_un_bord_qui_se_touche_ne_se_croise_pas() -> None:
    sablier = [(0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (2.0, 2.0), (1.0, 1.0), (0.0, 2.0)]

    assert not se_croise(sablier, lambda: None)
    assert se_croise([(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)], lambda: None)


@given(st.integers(3, 60), st.integers(0, 1000))
def test_un_polygone_regulier_ne_se_croise_jamais(cotes: int, tour: int) -> None:
    from math import cos, pi, sin

    bord = [(cos(2 * pi * k / cotes + tour), sin(2 * pi * k / cotes + tour)) for k in range(cotes)]
    echange = [bord[1], bord[0], *bord[2:]]

    assert not se_croise(bord, lambda: None)
    assert se_croise(echange, lambda: None) is (cotes > 3)
